"""Codes to print: of a service or a venue, for the page on which people tell how it was."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.listening.rules.codes import Subject, short_code
from kith.listening.subjects import all_subjects, subject_of
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Asked:
    """The question beside the code, in one language."""

    language: str
    direction: str
    words: str


@dataclass(frozen=True)
class PrintedCode:
    """A code, where it leads, and what stands beside it."""

    subject: Subject
    address: str
    asked: tuple[Asked, ...]


def code_subjects(viewer: Viewer, lang: str) -> list[Subject]:
    """Every service and venue of the place, by name."""
    access.require(viewer, Permission.SEE_THEMES)
    return all_subjects(viewer, lang)


def code_for(viewer: Viewer, kind: str, subject_id: int, lang: str) -> PrintedCode:
    """The code of one service, venue or session: it leads to its page in the language of the phone that reads it."""
    access.require(viewer, Permission.SEE_THEMES)
    subject = subject_of(viewer, kind, subject_id, lang=lang)
    if subject is None:
        raise NotFound("subject")
    address = f"{settings.KITH.site_url}{reverse('tell-short-about', args=[short_code(subject)])}"
    return PrintedCode(subject, address, tuple(_asked(each.code, each.direction) for each in INTERFACE_LANGUAGES))


def _asked(language: str, direction: str) -> Asked:
    with translation.override(language):
        return Asked(
            language, direction, gettext("How was it? Tell us, in your language. You need not say who you are.")
        )
