"""Our numbers, said honestly: each with its numerator, denominator, source and date, its uncertainty, and a plain word.

Reads what other rooms have recorded and never writes it. Small numbers are hidden before anything is drawn.
"""
