"""What pages of timetables read."""
