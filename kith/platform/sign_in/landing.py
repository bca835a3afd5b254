"""Where somebody lands who has signed in."""

from django.urls import reverse

from kith.platform.access.viewer import ViewerKind, viewer_of_account
from kith.platform.sign_in.models import Account

LANDINGS = {ViewerKind.STAFF: "desk", ViewerKind.PARENT: "my-page"}


def landing_of(account: Account) -> str:
    """Her desk, her page, or the front door for somebody who is nobody here any more."""
    viewer = viewer_of_account(account)
    return reverse(LANDINGS[viewer.kind]) if viewer else "/"
