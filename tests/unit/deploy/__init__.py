"""Tests of how Earshot is run."""
