"""Who a worker is, who the members of the alliance are, and what they agreed."""
