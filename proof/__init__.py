"""The promises of Kith as figures that anyone can run: `make proof`."""
