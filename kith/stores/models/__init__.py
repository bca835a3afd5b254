"""The tables of stores."""

import kith.stores.models.counts
import kith.stores.models.recalls
import kith.stores.models.stock
