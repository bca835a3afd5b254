"""A breast pump goes to the family that needs it, clean and checked, is found again, and helps the next one."""
