"""Referrals, and those who take them."""
