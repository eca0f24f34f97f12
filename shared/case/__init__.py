"""The case: one customer's conversation with one brand on one network, as one document.

`decide` says what happens to it, `apply` makes it so, `opening` begins it, `merge` joins two; all of them are pure, as
are the rooms that they stand on: `state`, `hours`, `decisions`, `applying`. `kept` keeps cases in MongoDB.
"""
