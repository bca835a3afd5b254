"""Pure decisions about sessions and places."""
