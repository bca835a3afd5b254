"""What rooms show of a place's plan, and what they bring to its papers: the shapes, below all rooms that bring some."""
