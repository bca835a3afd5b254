"""The addresses of the alliance's desk."""

from django.urls import URLPattern

from kith.organisations import views
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import View, page


def _kept(route: str, view: View, name: str, *methods: str) -> URLPattern:
    return page(
        f"alliance/{route}",
        view,
        audience=Audience.STAFF,
        name=name,
        methods=methods,
        needs=Permission.MANAGE_ALLIANCE,
    )


desk = [
    _kept("", views.alliance, "alliance", "GET"),
    _kept("members/<int:organisation_id>/", views.member, "alliance-member", "GET", "POST"),
    _kept("agreements/add/", views.sign_agreement, "sign-agreement", "GET", "POST"),
    _kept("agreements/<int:agreement_id>/end/", views.end_agreement, "end-agreement", "POST"),
    page("audit/", views.audit, audience=Audience.STAFF, name="audit", needs=Permission.SEE_AUDIT),
]
