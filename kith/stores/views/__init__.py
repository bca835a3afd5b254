"""The pages of stores."""
