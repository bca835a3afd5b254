"""The words of panels, in the reader's language."""
