"""Where a person who has signed in lands."""

from django.urls import reverse

from kith.platform.access.viewer import ViewerKind, viewer_of_account
from kith.platform.sign_in.models import Account

LANDINGS = {ViewerKind.STAFF: "desk", ViewerKind.PARENT: "my-page"}


def landing_of(account: Account) -> str:
    """The desk, the parent's own page, or the home page for an account without a viewer."""
    viewer = viewer_of_account(account)
    return reverse(LANDINGS[viewer.kind]) if viewer else "/"
