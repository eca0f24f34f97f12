"""The service levels: calendars, policies, queues, dispatch and what answers keep to, in one validated YAML file."""
