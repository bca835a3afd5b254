"""Pure decisions about places and bookings."""
