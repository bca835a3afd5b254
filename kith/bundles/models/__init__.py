"""The tables of bundles."""

import kith.bundles.models.bundles
import kith.bundles.models.housing
import kith.bundles.models.requests
