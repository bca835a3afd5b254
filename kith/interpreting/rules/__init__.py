"""Pure decisions about interpreters and their bookings."""
