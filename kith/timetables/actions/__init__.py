"""What is done with timetables."""
