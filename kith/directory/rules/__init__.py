"""Pure decisions about listings: which need a parent means, how a place feels, when one must be checked again."""
