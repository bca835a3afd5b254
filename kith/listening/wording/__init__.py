"""The words of the room, in the reader's language."""
