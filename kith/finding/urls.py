"""The addresses of finding."""

from kith.finding.views import beginning, finding
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "find/",
        finding.find_family,
        audience=Audience.STAFF,
        name="find-family",
        methods=("GET", "POST"),
        needs=Permission.SEE_FAMILY,
    ),
    page(
        "families/new/",
        beginning.register_family,
        audience=Audience.STAFF,
        name="register-family",
        methods=("GET", "POST"),
        needs=Permission.REGISTER_FAMILY,
    ),
]
