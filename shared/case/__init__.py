"""The case: one customer's conversation with one brand on one network, as one document.

`decide` says what happens, `apply` makes it so; both are pure. `store` keeps cases in MongoDB by compare-and-set.
"""
