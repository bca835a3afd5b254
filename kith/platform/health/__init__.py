"""Whether the place is ready to serve: database, migrations and worker, in one cheap answer for machines."""
