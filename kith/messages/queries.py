"""What the demonstration has sent, for its own people to read."""

from django.conf import settings

from kith.messages.providers.choice import demonstration_folder
from kith.messages.providers.folder import Written
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer

MOST = 30


def letters_of_demonstration(_viewer: Viewer) -> list[Written]:
    """The newest messages to the invented people, who have no phones; NotFound outside a demonstration."""
    if not settings.KITH.demonstration:
        raise NotFound("demonstration")
    return demonstration_folder().newest(MOST)
