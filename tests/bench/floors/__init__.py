"""The least programs that move the same bytes. They share nothing with the services but the client libraries."""
