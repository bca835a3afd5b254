"""What it is like to come to a venue, by written criteria, checked on a day by a parent's visit; stale says so."""
