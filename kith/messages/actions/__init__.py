"""Queueing and sending messages."""
