"""What peers bring to the desk and to a mother's page."""

from django.utils.translation import gettext_lazy as _

from kith.families.context import FamilyContext, Section
from kith.peers.queries.matching import MySupporter, my_supporter
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

_LOOKS_AFTER = (Permission.MANAGE_PEERS,)
PEERS_DESK = PageLink(
    _("Peer supporters"), "peers", _LOOKS_AFTER, _("From the first word to the last day: courses, checks, next steps.")
)
WISHES_DESK = PageLink(
    _("Who waits for a supporter"), "peer-wishes", _LOOKS_AFTER, _("What mothers ask for, and which supporters fit.")
)

WATCH_DESK = PageLink(
    _("Who needs a person now"),
    "peer-watch",
    _LOOKS_AFTER,
    _("Calls for help, silent pairs, and supervision that is due."),
)
MY_FAMILIES_DESK = PageLink(
    _("My families"),
    "peer-today",
    (Permission.SUPPORT_FAMILIES,),
    _("As a peer supporter: log, ask for help, expenses."),
)
MY_FAMILIES = PageLink(_("My families"), "peer-today", (Permission.SUPPORT_FAMILIES,))


def _mine(context: FamilyContext) -> MySupporter | None:
    """Her supporter, or those proposed to her; nothing in bereavement."""
    return None if context.bereavements else my_supporter(context.viewer, context.id)


MY_SUPPORTER = Section(_mine, "peers/my_section.jinja")
