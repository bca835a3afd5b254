"""The words for the codes of a family's record, in the reader's language."""
