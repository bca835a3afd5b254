"""Referring a family, answering, chasing and ending referrals."""
