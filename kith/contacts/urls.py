"""The addresses of contacts."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.contacts.views import contacts, continuity, language
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

at_work: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF)
record: Callable[..., URLPattern] = partial(at_work, methods=("GET", "POST"), needs=Permission.RECORD_CONTACT)

desk = [
    record("families/<uuid:family_id>/contacts/new/", contacts.record_contact, name="record-contact"),
    record("contacts/<int:contact_id>/", contacts.correct_contact, name="correct-contact"),
    at_work("language/", language.language, name="language", needs=Permission.SEE_LANGUAGE),
    at_work("continuity/", continuity.continuity, name="continuity", needs=Permission.SEE_CONTINUITY),
]
