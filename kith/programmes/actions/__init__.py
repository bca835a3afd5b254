"""Founding programmes, naming workers, enrolling families; what a leaver leaves."""
