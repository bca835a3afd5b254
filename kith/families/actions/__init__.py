"""Writing families down, their consents, and who they are when they sign in."""
