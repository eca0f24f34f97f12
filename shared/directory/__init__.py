"""Who we are: brands, our accounts on networks, the senders that may write to us, the agents. One validated YAML file."""
