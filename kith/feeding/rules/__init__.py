"""What may be recorded about feeding, and when."""
