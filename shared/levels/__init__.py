"""The service levels: calendars, policies, queues and dispatch rules, in one validated YAML file."""
