"""The tables of groups.

How many places of a session are taken, how many of these are only held, and how many families wait, is counted by the
database itself (migrations 0002_guards, 0003_held_bookings and 0005_offers), whichever code writes a booking; that the
places taken never exceed the capacity is a constraint on the same row.
"""

import kith.groups.models.bookings
import kith.groups.models.sessions
