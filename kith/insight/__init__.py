"""Our numbers, said honestly: each with its numerator, denominator, source and date, its uncertainty, and a plain word.

Reads what other rooms have recorded and never writes it. What is public was released: an analyst or feeding
lead looked at a quarter, and it stays as it was. Small numbers are hidden before anything is drawn, and stay hidden.
"""
