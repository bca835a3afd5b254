"""The days at the desk, and one day as it is taken along."""
