"""The words of care in the reader's language."""
