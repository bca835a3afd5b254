"""What welcome decides, without a database."""
