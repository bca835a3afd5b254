"""What is decided about timetables, without a database."""
