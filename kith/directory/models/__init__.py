"""The directory's tables, private to this room."""

import kith.directory.models.feeds
import kith.directory.models.listings
import kith.directory.models.nearness
import kith.directory.models.told
