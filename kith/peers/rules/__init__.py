"""What decides: the path of a supporter, checks, and who may support which mother."""
