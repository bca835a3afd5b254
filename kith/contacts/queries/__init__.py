"""A family's contacts; continuity and language over time."""
