"""The words of the domain, in pure Python: time, identity, refusals, postcodes, quarters, ages."""
