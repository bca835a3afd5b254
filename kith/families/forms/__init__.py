"""What is asked of and about families."""
