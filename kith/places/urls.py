"""The address of the place's own colours."""

from kith.places.chosen import choices_mark
from kith.places.views import own_colours
from kith.platform.access.permissions import Audience
from kith.platform.gate import page

# By its mark it stands on the lasting copy alone: Help now keeps its colours while the database is stopped.
root = [
    page(
        "colours/<slug:mark>.css",
        own_colours,
        audience=Audience.PUBLIC,
        name="own-colours",
        cached=True,
        mark=choices_mark,
    ),
]
