"""The certificate of a supporter, in their language."""

from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kith.files.typesetting import typeset
from kith.kernel.languages import interface_language
from kith.peers.queries.supporters import SupporterPage
from kith.peers.wording.codes import SKILLS
from kith.platform.ui import formats

TEMPLATE = Path(__file__).resolve().parent / "templates/peers/certificate.typ"


def certificate(page: SupporterPage) -> bytes:
    """The certificate: the course, and each competence with its day and the trainer who signed."""
    language = interface_language(page.language)
    with translation.override(language.code):
        facts = {
            "title": _("Certificate"),
            "place": settings.KITH.title,
            "name": page.row.name,
            "course": page.row.course,
            "words": _("has completed the six weeks of the course for peer supporters."),
            "heading": _("What a trainer has seen, and signed"),
            "skills": [
                [str(SKILLS[each.skill]), formats.date(each.observed_on), each.signed_by]
                for each in page.skills
                if each.observed_on
            ],
        }
        return typeset(TEMPLATE, facts, language)
