"""The one reason for falling back."""


class RealKafkaUnavailable(Exception):
    """A real Kafka cannot be had on this machine; the message says why and what to do."""
