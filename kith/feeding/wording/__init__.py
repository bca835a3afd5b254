"""The words of feeding."""
