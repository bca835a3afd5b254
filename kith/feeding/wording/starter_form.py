"""The words of the starter assessment form, for the catalogues; what a place writes itself stands in the form."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.translation import gettext, gettext_noop

from kith.kernel.languages import ENGLISH
from kith.platform.i18n.texts import LocalText, in_language

# Word for word as the form's first draft says them: a place that changes a sentence translates it in the form itself.
STARTER_WORDS = frozenset(
    {
        gettext_noop("How is feeding going?"),
        gettext_noop("How many feeds in 24 hours?"),
        gettext_noop("8 or more"),
        gettext_noop("6 or 7"),
        gettext_noop("Fewer than 6"),
        gettext_noop("Not known"),
        gettext_noop("How many wet nappies in 24 hours?"),
        gettext_noop("1 or more"),
        gettext_noop("None"),
        gettext_noop("3 or more"),
        gettext_noop("1 or 2"),
        gettext_noop("5 or more, heavy"),
        gettext_noop("Fewer than 5"),
        gettext_noop("6 or more, heavy"),
        gettext_noop("How many dirty nappies in 24 hours?"),
        gettext_noop("1 or more, dark green or black"),
        gettext_noop("2 or more, changing colour"),
        gettext_noop("Fewer than 2"),
        gettext_noop("2 or more, yellow"),
        gettext_noop("2 or more, at least the size of a £2 coin"),
        gettext_noop("How does the baby wake?"),
        gettext_noop("Wakes for most feeds"),
        gettext_noop("Is sleepy and has to be woken for most feeds"),
        gettext_noop("Is floppy, or cannot be woken"),
        gettext_noop("What colour is the skin?"),
        gettext_noop("Look at the whites of the eyes and the gums as well."),
        gettext_noop("As usual for this baby"),
        gettext_noop("Yellow, since the first 24 hours of life"),
        gettext_noop("Yellow, since later"),
        gettext_noop("Very pale, or blue"),
        gettext_noop("How do feeds go?"),
        gettext_noop("The baby is relaxed, and feeds differ in length"),
        gettext_noop("They are always very short"),
        gettext_noop("They are always very long"),
        gettext_noop("The baby comes on and off, or refuses"),
        gettext_noop("Can swallowing be heard or seen?"),
        gettext_noop("Yes"),
        gettext_noop("No"),
        gettext_noop("Not fed at the breast"),
        gettext_noop("How is it for the mother at the breast?"),
        gettext_noop("Comfortable, and the nipples keep their shape"),
        gettext_noop("There is pain, or the nipples are sore or squeezed out of shape"),
        gettext_noop("Would she like to talk with somebody about bottles or formula milk?"),
        gettext_noop("How much, how to make feeds up safely, and how to give them unhurried and close."),
        gettext_noop("No, or there are none"),
    }
)


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
    if texts.get(lang) or english not in STARTER_WORDS:
        return None
    with translation.override(lang):
        found = gettext(english)
    return LocalText(found, lang) if found != english else None
