"""The addresses of families."""

from kith.families import views
from kith.platform.access import Audience, Permission
from kith.platform.gate import page

my = [
    page(
        "families/<uuid:family_id>/consents/",
        views.give_consent,
        audience=Audience.PARENT,
        name="give-consent",
        methods=("GET", "POST"),
        needs=Permission.GIVE_CONSENT,
    ),
    page(
        "families/<uuid:family_id>/consents/<uuid:consent_id>/withdraw/",
        views.withdraw_consent,
        audience=Audience.PARENT,
        name="withdraw-consent",
        methods=("POST",),
        needs=Permission.GIVE_CONSENT,
    ),
]
