"""What a case is: the customer's messages, our replies, its clocks, where it stands, under which terms. Pure."""
