"""What the database itself keeps from a viewer, with the application's own scoping switched off."""
