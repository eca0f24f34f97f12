"""Who gets in, and what they may do: the gate, principals, roles, how often one may try."""
