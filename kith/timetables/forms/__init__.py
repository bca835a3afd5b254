"""What pages of timetables ask."""
