"""The one table of who listens to whom, and of who decides for whom."""

from kith.places.actions import loading
from kith.platform import imports


def connect() -> None:
    """Register listeners, scopes, viewers and loaders; safe to run twice."""
    imports.register("areas", loading.load_areas)
    imports.register("postcodes", loading.load_postcodes)
    imports.register("deprivation", loading.load_deprivation)
    imports.register("population", loading.load_population)
