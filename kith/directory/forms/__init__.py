"""What somebody enters at the desk about listings."""
