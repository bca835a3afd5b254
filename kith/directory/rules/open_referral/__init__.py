"""Open Referral UK: what directories tell each other, and how it is said in Kith's words."""
