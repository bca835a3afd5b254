"""Forms of the library's editors: they parse, and word the errors."""
