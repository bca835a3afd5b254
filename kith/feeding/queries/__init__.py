"""How babies are fed: one baby, one family, the place by quarter."""
