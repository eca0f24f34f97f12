"""Kafka for the local stack: a real broker where Java is, librdkafka's cluster in memory where it is not."""
