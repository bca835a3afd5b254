"""The decisions about events that everybody promotes. Pure."""
