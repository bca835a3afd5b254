"""The words of caseloads in the reader's language."""
