"""Sessions a family can come to: cafés, groups and courses, their places, and who is expected.

A place that was given is given: never twice, the co-parent's place is counted, and cancelling takes one tap.
"""
