"""What is asked at the desk of the alliance and of its administrators."""
