"""What rotas bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

ROTA_DESK = PageLink(
    _("Days with children"),
    "rota",
    (Permission.MANAGE_PEERS,),
    _("For all organisations together, with a warning before the fourth day within 30."),
)
MY_ROTA_DESK = PageLink(
    _("My days with children"),
    "my-rota",
    (Permission.SEE_PEER_TODAY,),
    _("Days on which you look after children, here or elsewhere."),
)
