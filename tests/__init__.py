"""Tests: unit, contract, integration, e2e, bench. They mirror the code."""
