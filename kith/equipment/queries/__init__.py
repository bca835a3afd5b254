"""Pumps, requests and loans for those who lend them, and for the family itself."""
