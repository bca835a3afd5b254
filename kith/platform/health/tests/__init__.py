"""Tests of the answer to machines."""
