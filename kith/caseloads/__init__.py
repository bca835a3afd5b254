"""Who leads each family: lead, deputy, handover, cover and leaving.

Every family that is led has one lead at a time, and what a leaver leaves goes to staff who stay.
"""
