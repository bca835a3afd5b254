"""Interpreters to talk through, their bookings from the need to the last word, and what became of each.

An interpreter is never booked twice at once, a family's need never has two bookings, the same interpreter comes again
where both sides were glad of them, and an interpreter learns a first name, a language, a time and a place: no record.
"""
