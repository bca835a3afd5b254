"""What ``kith load`` brings to this room: areas, postcodes, deprivation, population. Each is all or nothing."""
