"""Use cases: what agents ask of cases and of the quarantine, and what the keeper keeps."""
