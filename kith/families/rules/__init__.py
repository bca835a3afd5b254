"""What a family's record consists of, and what it may not say."""
