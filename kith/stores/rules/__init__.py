"""What stores decide without a database."""
