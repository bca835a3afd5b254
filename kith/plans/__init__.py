"""A place's living plan: what the alliance aims at, nine steps and what shows how they stand, and what is printed.

What was noted of a step is never changed: the plan grows. A step past its day finds its owner, and then a manager.
"""
