"""Who we are, in one validated YAML file: brands, our accounts, the senders that may write to us, the agents."""
