"""What bundles decide without a database."""
