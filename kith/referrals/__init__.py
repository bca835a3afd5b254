"""A family handed on to a service that can help, until it is known what became of it.

A referral is its steps, added in order and never changed; each has an owner and a clock; late ones find a manager.
"""
