"""Random histories against reference models, and races against the clock, as figures: what F04 counts."""
