"""How Earshot is run: images, manifests and the local stack."""
