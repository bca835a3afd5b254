"""The tables of groups.

How many places of a session are taken, how many of these are only held, and how many families wait, is counted by the
database itself (migration 0002_guards), whichever code writes a booking.
"""

import kith.groups.models.bookings
import kith.groups.models.held
