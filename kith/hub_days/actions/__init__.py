"""What is done with devices and with what they noted."""
