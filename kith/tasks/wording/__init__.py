"""The words of next steps and notices."""
