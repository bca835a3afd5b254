"""Who leads each family: lead, deputy, handover, cover and leaving.

Every family that is led has one lead at a time, and what somebody leaves goes to somebody who stays.
"""
