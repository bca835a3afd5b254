"""What is behind an administrator's link."""

from kith.founding.models import AdministratorLink
from kith.founding.rules.links import OPENS, may_use_link
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Viewer
from kith.platform.private_links import digest


def why_link_is_closed(_viewer: Viewer, token: str) -> Refusal | None:
    """Why the link opens nothing; None where it does. Names no account."""
    row = AdministratorLink.objects.filter(digest=digest(token, OPENS)).first()
    return may_use_link(row.facts() if row else None, now=clock.now())
