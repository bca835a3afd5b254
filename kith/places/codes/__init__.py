"""National code lists: ethnic category and languages."""
