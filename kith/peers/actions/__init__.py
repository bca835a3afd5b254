"""What is done: the path of supporters, their proofs and courses, wishes and matches."""
