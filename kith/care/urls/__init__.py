"""The addresses of care."""

from kith.care.urls import feeding, leading
from kith.care.views import contacts, language
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

my = [
    *feeding.my,
]
desk = [
    *leading.desk,
    *feeding.desk,
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
]
