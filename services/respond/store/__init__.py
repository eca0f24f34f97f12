"""What respond itself keeps in MongoDB: sessions, the quarantine, storms."""
