"""Kafka, as this house uses it: batches in, batches out, nothing acknowledged before its effect is durable."""
