"""What is done about organisations, teams, the people in them, and the place's machinery."""
