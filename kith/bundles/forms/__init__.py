"""What the pages of bundles ask."""
