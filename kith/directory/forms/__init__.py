"""What somebody enters at the desk about listings."""

from kith.directory.forms.changes import LEAVE, PUBLISH_ALL, ChangesForm
from kith.directory.forms.offering import ServiceForm
from kith.directory.forms.refusing import RefusableForm
from kith.directory.forms.venues import VenueForm
from kith.directory.forms.wording import ServiceWordsForm

__all__ = [
    "LEAVE",
    "PUBLISH_ALL",
    "ChangesForm",
    "RefusableForm",
    "ServiceForm",
    "ServiceWordsForm",
    "VenueForm",
]
