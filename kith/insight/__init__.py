"""Our numbers, said honestly: each with its numerator, denominator, source and date, its uncertainty, and a plain word.

Reads what other rooms have recorded and never writes it. What is public was released: somebody looked at a quarter and
made it so, and it stays as it was. Small numbers are hidden before anything is drawn, and stay hidden.
"""
