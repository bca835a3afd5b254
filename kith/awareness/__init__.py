"""Events that everybody promotes: awareness days and launches, with words and posters in eight languages to share.

Each member says what it shared and where; who has not been asked is seen; everybody reads the calendar.
"""
