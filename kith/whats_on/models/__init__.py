"""The tables of sessions.

How many places of a session are taken, how many of these are only held, and how many families wait, the room above
counts in (migration 0002_guards); that the places taken never exceed the capacity is a constraint on the same row.
"""

import kith.whats_on.models.sessions
