"""Raising and moving concerns; setting out alone and coming back; precautions."""
