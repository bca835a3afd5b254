"""The forms of feeding."""
