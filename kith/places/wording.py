"""The words people read for the code lists."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.languages import ENGLISH
from kith.places.codes.languages import SPOKEN, SpokenLanguage
from kith.platform.ui import formats


def language_label(language: SpokenLanguage) -> str:
    """Its own name, which she looks for, and the reader's behind it: "தமிழ் (Tamil)"."""
    name = formats.language(language.code)
    return language.own_name if name.casefold() == language.own_name.casefold() else f"{language.own_name} ({name})"


def language_choices() -> list[tuple[str, str]]:
    """Code and label of every spoken language, in the reader's words."""
    return [(language.code, language_label(language)) for language in SPOKEN]


def other_language_choices(none: str) -> list[tuple[str, str]]:
    """The same without English, after ``none``, the words for no choice."""
    return [("", none), *(each for each in language_choices() if each[0] != ENGLISH.code)]


ETHNICITIES: Mapping[str, Promise] = {
    "A": _("White British"),
    "B": _("White Irish"),
    "C": _("Any other White background"),
    "D": _("White and Black Caribbean"),
    "E": _("White and Black African"),
    "F": _("White and Asian"),
    "G": _("Any other Mixed background"),
    "H": _("Indian"),
    "J": _("Pakistani"),
    "K": _("Bangladeshi"),
    "L": _("Any other Asian background"),
    "M": _("Caribbean"),
    "N": _("African"),
    "P": _("Any other Black background"),
    "R": _("Chinese"),
    "S": _("Any other ethnic group"),
    "Z": _("Asked, and would rather not say"),
    "99": _("Not known: nobody has asked"),
}


def ethnicity_choices() -> list[tuple[str, str]]:
    """Code and words of the national list, each followed by what the place itself adds to it."""
    found = []
    for code, name in ETHNICITIES.items():
        found.append((code, str(name)))
        own = sorted(each for each in settings.KITH.local_ethnicities if each[0] == code)
        found += [(each, f"{name}: {settings.KITH.local_ethnicities[each]}") for each in own]
    return found
