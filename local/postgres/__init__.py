"""A PostgreSQL server for a place that has none of its own: found, started, recovered, stopped; no system service.

The server listens on a Unix socket in a private folder only, lets in only the operating-system users who own the
place (peer authentication), and keeps its data under the place's folder. Nothing here needs Django, so that it can
run before Django starts.
"""
