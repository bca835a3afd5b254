"""Which actions a page reaches: what names what in the source, from the pages down."""
