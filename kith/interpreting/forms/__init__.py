"""What is asked about interpreters."""
