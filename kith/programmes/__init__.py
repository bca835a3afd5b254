"""Named workers for communities that services reach least, and the families they stand beside."""
