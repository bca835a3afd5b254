"""Kith: one service for everyone who supports a place's families with feeding."""
