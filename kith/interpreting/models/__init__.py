"""The tables of interpreting."""

import kith.interpreting.models.bookings
import kith.interpreting.models.door
import kith.interpreting.models.interpreters
