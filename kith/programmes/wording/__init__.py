"""The words of programmes."""
