"""The pages of concerns, lone visits and precautions."""
