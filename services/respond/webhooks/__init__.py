"""Telling support platforms: process `webhooks`, which derives events from announcements and posts them."""
