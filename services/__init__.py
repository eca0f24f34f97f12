"""The four stations of a mention's way: ingest, classify, route, respond."""
