"""Recording how a baby is fed and weighs, what a mother hopes for, and leading what is found to a person."""
