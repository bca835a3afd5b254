"""Coordinators keep what takes place when: rules that repeat, single changes, terms; no booked family is stranded."""
