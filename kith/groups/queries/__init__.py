"""What can be read of bookings."""
