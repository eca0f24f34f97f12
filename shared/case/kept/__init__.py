"""Cases in MongoDB: as documents, by compare-and-set, several at once; and as they are announced."""
