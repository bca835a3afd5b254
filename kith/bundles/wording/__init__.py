"""The words of bundles, in the reader's language."""
