"""The pages of feeding."""
