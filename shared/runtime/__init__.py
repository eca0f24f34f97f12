"""The machine: time, ids, settings, logs, health. The only place that asks the operating system for any of them."""
