"""Booking and cancelling, planning sessions, keeping the register."""
