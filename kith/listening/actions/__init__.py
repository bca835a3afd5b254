"""What is done: telling, reading, gathering, promising, answering."""
