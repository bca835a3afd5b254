"""The directory as other directories read it, and what their feeds would change here."""
