"""The pages of the alliance and of its administrators."""
