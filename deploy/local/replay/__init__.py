"""Real posts through the front door: a file of posts is sent to ingest over HTTP, then followed onto the cases.

rows -> columns -> posts -> events -> sending, and beside it lag; afterwards evidence, outcome, closing.
"""
