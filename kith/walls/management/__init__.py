"""Commands about the walls."""
