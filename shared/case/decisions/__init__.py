"""What each command makes happen: events, given the case as it is. Pure; `shared.case.decide` is the way in."""
