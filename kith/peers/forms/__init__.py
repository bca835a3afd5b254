"""What is asked of supporters, of those who look after them, and of mothers."""
