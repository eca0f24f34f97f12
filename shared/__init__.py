"""The floor that all four stations stand on: contracts, the case, and adapters to Kafka, MongoDB and the machine."""
