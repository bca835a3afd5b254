"""Which steps a referral may take, and its clocks."""
