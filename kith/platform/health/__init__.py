"""Whether the place is ready to serve: database, migrations and worker, in one cheap answer for machines."""

from kith.platform.health.checks import Health, health

__all__ = ["Health", "health"]
