"""The pages of interpreting."""
