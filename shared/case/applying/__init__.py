"""What events about replies and merges make of a case. Pure; `shared.case.apply` is the way in."""
