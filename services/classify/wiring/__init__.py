"""The only place of this station where real objects are made: one module per process, so that neither carries the
other's libraries: the lane has no use for Faust, storms none for language models.
"""
