"""A café counts who comes with a tap, and time with a specialist health visitor has a list of its own.

No name is asked for. A walk-in is written on her family's record only where she wishes it.
"""
