"""Every address of Kith. A room's ``urls.py`` offers lists by where they hang; this page hangs them."""

from itertools import chain
from types import ModuleType

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kith.caseloads import urls as caseloads
from kith.contacts import urls as contacts
from kith.directory import urls as directory
from kith.families import urls as families
from kith.feeding import urls as feeding
from kith.front import urls as front
from kith.groups import urls as groups
from kith.insight import urls as insight
from kith.interpreting import urls as interpreting
from kith.library import urls as library
from kith.organisations import urls as organisations
from kith.platform import urls as ui
from kith.platform.health import urls as health
from kith.platform.sign_in import urls as sign_in
from kith.programmes import urls as programmes
from kith.referrals import urls as referrals
from kith.safeguarding import urls as safeguarding
from kith.tasks import urls as tasks

ROOMS: tuple[ModuleType, ...] = (
    health,
    sign_in,
    front,
    groups,
    insight,
    caseloads,
    feeding,
    contacts,
    programmes,
    referrals,
    safeguarding,
    tasks,
    interpreting,
    library,
    families,
    directory,
    organisations,
    ui,
)

Addresses = list[URLPattern | URLResolver]


def _all(name: str) -> Addresses:
    """The addresses of all rooms that hang under one part: ``root``, ``public``, ``my`` or ``desk``."""
    return list(chain.from_iterable(getattr(room, name, ()) for room in ROOMS))


urlpatterns: Addresses = [
    *_all("root"),
    path("desk/", include(_all("desk"))),
    *i18n_patterns(path("my/", include(_all("my"))), *_all("public")),
]

handler400 = "kith.platform.ui.views.bad_request"
handler403 = "kith.platform.ui.views.forbidden"
handler404 = "kith.platform.ui.views.not_found"
handler500 = "kith.platform.ui.views.server_error"
