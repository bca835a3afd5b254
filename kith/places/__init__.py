"""The ground a place stands on: its areas, postcodes, deprivation and population, and the national code lists.

Wards are known from the start as typed facts; boundaries, postcodes and deciles come by ``kith load``.
"""
