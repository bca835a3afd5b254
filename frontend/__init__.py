"""The front end: what is served is built from here."""
