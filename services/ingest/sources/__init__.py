"""Networks that we ask, instead of being told: one module per part of a source, each with its own supervisor."""
