"""Turns the front-end parts from npm into the few hashed, compressed files that Kith serves.

Nothing brought in is committed and serving needs no Node: `python -m frontend.build` fetches the locked parts,
compiles the styles in both reading directions, cuts the fonts down to the scripts in use, and writes a manifest.
"""
