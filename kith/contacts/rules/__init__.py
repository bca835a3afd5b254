"""What a contact consists of, and what it may not say."""
