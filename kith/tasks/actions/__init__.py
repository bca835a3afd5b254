"""Adding, ending and handing on next steps; raising notices; telling of what is late."""
