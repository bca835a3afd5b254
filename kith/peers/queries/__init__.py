"""What is read: supporters, their courses, wishes and matches."""
