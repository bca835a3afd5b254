"""Who may lead a family, hand it over, and take over from a leaver. Pure."""
