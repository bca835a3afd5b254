"""Disclosure control: which cells of a published table to hide so that no small count can be worked out."""
