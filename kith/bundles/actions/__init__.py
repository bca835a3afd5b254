"""What is done about bundles."""
