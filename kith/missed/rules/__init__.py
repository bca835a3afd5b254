"""What missed decides, without a database."""
