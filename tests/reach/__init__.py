"""What of the house can be reached: who mentions whom by name, from the pages down to the actions."""
