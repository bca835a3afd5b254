"""Photos and papers that people send: taken in safely, kept beside the row they belong to, shown by its rules."""
