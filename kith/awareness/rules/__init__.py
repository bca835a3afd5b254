"""The decisions about events that all members promote. Pure."""
