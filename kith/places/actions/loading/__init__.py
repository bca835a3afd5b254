"""What ``kith load`` brings to this room: areas, postcodes, deprivation, population. Each is all or nothing."""

from kith.places.actions.loading.areas import load_areas
from kith.places.actions.loading.deprivation import load_deprivation
from kith.places.actions.loading.population import load_population
from kith.places.actions.loading.postcodes import load_postcodes

__all__ = ["load_areas", "load_deprivation", "load_population", "load_postcodes"]
