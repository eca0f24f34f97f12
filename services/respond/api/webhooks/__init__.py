"""Webhooks out: subscriptions, their deliveries."""
