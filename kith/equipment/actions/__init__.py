"""Keeping pumps, asking for them, lending them and taking them back."""
