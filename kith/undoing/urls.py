"""The room's address."""

from kith.platform.access.permissions import Audience
from kith.platform.gate import page
from kith.undoing.views import undo

desk = [page("undo/", undo, audience=Audience.STAFF, name="undo", methods=("POST",))]
