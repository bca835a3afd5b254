"""A family is found by what a worker knows of it, and is looked for before it is written down a second time."""
