"""The tables of programmes."""

import kith.programmes.models.programmes
