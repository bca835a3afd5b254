"""The words of rights."""
