"""Coordinators keep what takes place when: rules that repeat, single changes, terms, and nobody booked is stranded."""
