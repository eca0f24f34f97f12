"""Opening hours: when a calendar is open, and when so much open time has gone by. Pure."""
