"""Reads of the library: what parents are told, and what its editors look after."""
