"""Events that all members promote: awareness days and launches, with words and posters in eight languages to share.

Each member says what it shared and where; who has not been asked is seen; the public reads the calendar.
"""
