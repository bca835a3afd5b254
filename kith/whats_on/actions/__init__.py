"""Planning series and sessions, changing them and calling them off."""
