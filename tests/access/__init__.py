"""Who gets what: the declared table, a small world, and every question that can be asked of it."""
