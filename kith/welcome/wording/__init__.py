"""The words of welcome."""
