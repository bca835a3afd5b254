"""What may be somebody's next step, and what she is told."""
