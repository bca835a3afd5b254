"""The tables of interpreting."""

import kith.interpreting.models.bookings
import kith.interpreting.models.interpreters
import kith.interpreting.models.links
