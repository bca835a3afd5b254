"""The words of referrals."""
