"""Coordinators keep what takes place when: rules that repeat, single changes, terms, and no booked family is stranded."""
