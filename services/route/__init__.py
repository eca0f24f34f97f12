"""Station 3 of 4. Reads care.classified.

Opens or continues the customer's case, arms its clocks, gives waiting cases to agents. Writes care.cases.
"""
