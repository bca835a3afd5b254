"""A family that could not come says why in one tap, and is offered at once what fits better."""
