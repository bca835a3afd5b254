"""The forms of welcome."""
