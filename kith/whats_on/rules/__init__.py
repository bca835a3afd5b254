"""Pure decisions about sessions: what can be planned and changed, and how full they are."""
