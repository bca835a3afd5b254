"""What an editor enters at the desk about listings."""
