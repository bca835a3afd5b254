"""Photos and voices that people send: taken in safely, kept beside the row they are for, shown by its rules."""
