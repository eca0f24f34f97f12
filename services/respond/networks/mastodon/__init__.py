"""Mastodon's API, as Mastodon, GoToSocial, snac and Hollo speak it. None of their idempotency is trusted alone."""
