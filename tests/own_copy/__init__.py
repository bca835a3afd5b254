"""A parent's copy of the data, held against the tables themselves: nothing of hers is missing, nothing of others in."""
