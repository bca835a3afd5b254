"""Where things for families are kept: what came, what left, and which families to tell when something is called back."""
