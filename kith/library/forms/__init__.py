"""Forms of the library's keepers: they parse, and word the errors."""
