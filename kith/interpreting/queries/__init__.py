"""Reads of interpreting: lists, one booking, costs, the list of interpreters, and pages behind private links."""
