"""Booking and cancelling, offering, reminding, keeping the register."""
