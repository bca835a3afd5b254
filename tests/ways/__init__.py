"""Where secrets are sent is changed only with proof: one case for each kind of address."""
