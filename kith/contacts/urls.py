"""The addresses of contacts."""

from kith.contacts.views import contacts, continuity, language
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

desk = [
    page(
        "families/<uuid:family_id>/contacts/new/",
        contacts.record_contact,
        audience=Audience.STAFF,
        name="record-contact",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page(
        "contacts/<int:contact_id>/",
        contacts.correct_contact,
        audience=Audience.STAFF,
        name="correct-contact",
        methods=("GET", "POST"),
        needs=Permission.RECORD_CONTACT,
    ),
    page("language/", language.language, audience=Audience.STAFF, name="language", needs=Permission.SEE_LANGUAGE),
    page(
        "continuity/",
        continuity.continuity,
        audience=Audience.STAFF,
        name="continuity",
        needs=Permission.SEE_CONTINUITY,
    ),
]
