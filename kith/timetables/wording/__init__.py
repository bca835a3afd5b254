"""The words of timetables."""
