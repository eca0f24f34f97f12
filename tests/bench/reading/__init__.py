"""F5's own process: the classifier of the lane, alone, on one core, without Kafka."""
