"""An assessment form in the reader's language; the starter form's sentences are marked where its draft is written."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.assessments import Mark
from kith.kernel.languages import ENGLISH
from kith.platform.i18n.texts import LocalText, in_language

MARKS: Mapping[Mark, Promise] = {
    Mark.NONE: _("Nobody in particular"),
    Mark.PERSON: _("A named person"),
    Mark.URGENT: _("A named person, and the urgent signs at once"),
}


def form_words(texts: Mapping[str, str], lang: str) -> LocalText:
    """What a form says, in this language: as the place wrote it, else a starter sentence as the catalogue has it."""
    return _from_catalogue(texts, lang) or in_language(texts, lang)


def asked_words(texts: Mapping[str, str], lang: str) -> str:
    """The same on one line to tick; a starter sentence keeps the English beside it, which is what was agreed on."""
    found = _from_catalogue(texts, lang)
    # The isolates keep the English in its own direction.
    return f"{found} · \u2068{texts[ENGLISH.code]}\u2069" if found else str(in_language(texts, lang))


def _from_catalogue(texts: Mapping[str, str], lang: str) -> LocalText | None:
    english = texts.get(ENGLISH.code, "")
    if texts.get(lang) or not english:
        return None
    with translation.override(lang):
        found = gettext(english)
    return LocalText(found, lang) if found != english else None
