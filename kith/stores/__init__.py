"""Where things for families are kept: what came and left, and which families to tell when it is called back."""
