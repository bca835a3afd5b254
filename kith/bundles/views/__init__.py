"""The pages of bundles."""
