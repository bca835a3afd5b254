"""Photos that people send: taken in safely, kept beside the row they belong to, and shown by that row's rules."""
