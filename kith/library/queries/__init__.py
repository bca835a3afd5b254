"""Reads of the library: what parents are told, and what its keepers look after."""
