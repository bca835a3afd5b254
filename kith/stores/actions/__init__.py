"""Keeping stores, moving stock, and calling things back."""
