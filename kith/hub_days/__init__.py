"""A day in a hall without internet: the register, walk-ins and hand-outs, on paper or on a phone that forgets at night.

A finder of the phone cannot read who was expected; nothing that was tapped is lost, and nothing is counted twice.
"""
