"""Tests of the town square: a witness must itself be beyond doubt."""
