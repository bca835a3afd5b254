"""What may be a worker's next step, and their notices."""
