"""What is in the stores, and how far recalls have come."""
