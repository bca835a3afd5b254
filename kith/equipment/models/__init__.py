"""The tables of equipment."""

import kith.equipment.models.held
import kith.equipment.models.loans
import kith.equipment.models.requests
import kith.equipment.models.units
