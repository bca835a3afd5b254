"""A family in need has its own safe place for the baby to sleep within days, and is looked after at each move."""
