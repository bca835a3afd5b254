"""How each baby is fed, in the national definitions: milestones, goals, weights, assessments, plans.

What was recorded is never rewritten: a correction is a new row and the latest counts. Not asked, asked but not known,
and not breastfed are three different things.
"""
