"""Concerns about a child or an adult, going out alone and coming back, and what to mind before a visit.

A concern is read by those who must act on it and by the person who raised it; what is said in it is never listed.
"""
