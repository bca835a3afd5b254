"""The floor: a Django that draws one Jinja page, and a view that only locks, inserts and commits."""
