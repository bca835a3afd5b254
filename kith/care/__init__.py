"""Follows one family: who leads, what is due, and how the baby is fed, in the national definitions.

What was recorded is never rewritten: a correction is a new row and the latest counts. Not asked, asked but not known,
and not breastfed are three different things.
"""
