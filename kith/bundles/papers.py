"""What is printed of bundles: labels, and the paper that a family takes home in its language."""

from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from kith.bundles.queries.requests import BundleRow
from kith.bundles.wording import codes as words
from kith.bundles.wording.advice import ADVICE
from kith.files.qr import qr_picture
from kith.files.typesetting import typeset
from kith.kernel.languages import Language, interface_language
from kith.platform.ui import formats

TEMPLATES = Path(__file__).resolve().parent / "templates/bundles"


def bundle_labels(tags: Sequence[str], language: Language) -> bytes:
    """A sheet of labels: each request's number as a code and in plain letters."""
    with translation.override(language.code):
        facts = {
            "title": _("Labels for safer-sleep bundles"),
            "place": settings.KITH.title,
            "keep": _("For one family. Give it with the cot put up and the advice talked through."),
            "tags": [{"tag": tag, "code": qr_picture(tag)} for tag in tags],
        }
        return typeset(TEMPLATES / "labels.typ", facts, language)


def advice_paper(row: BundleRow) -> bytes:
    """What the family was given and the advice for this place, in the language that it reads."""
    language = interface_language(row.language)
    with translation.override(language.code):
        facts = {
            "title": _("Sleeping safely here"),
            "place": settings.KITH.title,
            "rows": [
                [_("For"), row.name],
                [_("Bundle"), row.bundle],
                [_("Where your baby sleeps"), str(words.PLACES[row.place])],
                *([[_("Given on"), formats.date(row.given_at)]] if row.given_at else []),
            ],
            "advice_heading": _("What keeps your baby safe at this place"),
            "advice": [str(ADVICE[each]) for each in row.advice],
            "agreed_heading": _("What we agree"),
            "agreed": [
                _("What is in the bundle is yours. You pay nothing, and nothing is to come back."),
                _("We put the cot up with you, and we talk this paper through."),
                _("If a part is called back, we tell you at once."),
                _("When you move, tell us: we look at the new place with you."),
            ],
            "hers": _("Your name"),
            "ours": _("For us"),
            "on": _("Date"),
        }
        return typeset(TEMPLATES / "advice.typ", facts, language)
