"""Where things for families are kept: what came, what left, and whom to tell when something is called back."""
