"""What Kith costs, measured beside the least that could do the same job: `make bench`."""
