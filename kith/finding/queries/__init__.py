"""What a search for records shows a worker."""
