"""When do many different people with one issue make a storm? Pure, per brand, in event time only."""
