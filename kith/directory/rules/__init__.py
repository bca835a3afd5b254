"""Pure decisions about listings: which need somebody means, how a place feels, when a listing must be checked again."""
