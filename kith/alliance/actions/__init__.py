"""What is done: telling, reading, sorting, deciding, answering."""
