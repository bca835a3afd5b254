"""Concerns, who is out alone, and precautions."""
