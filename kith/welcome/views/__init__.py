"""The pages of welcome."""
