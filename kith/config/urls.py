"""Every address of Kith. A room's ``urls.py`` offers lists by where they hang; this page hangs them."""

from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from types import ModuleType

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kith.platform.health import urls as health
from kith.platform.sign_in import urls as sign_in

Addresses = list[URLPattern | URLResolver]


def _rooms() -> list[ModuleType]:
    """The pages of every room that is installed and has any."""
    rooms = [name for name in settings.INSTALLED_APPS if name.startswith("kith.") and name != "kith.config"]
    return [import_module(f"{name}.urls") for name in rooms if find_spec(f"{name}.urls")]


ROOMS = (health, sign_in, *_rooms())


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
