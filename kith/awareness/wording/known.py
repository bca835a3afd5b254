"""What is said of known days: a name, a short text and a long one, to be shared in eight languages.

Each is as warm to families who feed by bottle as to those who breastfeed, names no product, and leads to people.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.awareness.rules.known import KnownDay
from kith.kernel.languages import INTERFACE_LANGUAGES


@dataclass(frozen=True)
class Said:
    """The texts of one known day."""

    title: Promise
    short: Promise
    long: Promise


SAID: Mapping[KnownDay, Said] = {
    KnownDay.BREASTFEEDING_WEEK: Said(
        _("World Breastfeeding Week"),
        _("However you feed your baby, you need not do it alone. This week we show where help is, near you."),
        _(
            "It is World Breastfeeding Week. Feeding is easier with people around you: family, friends, a midwife, a "
            "health visitor, another parent. If you breastfeed, express, use formula or do all of it, you are welcome "
            "in our groups. Come as you are, with your questions."
        ),
    ),
    KnownDay.MIDWIVES_DAY: Said(
        _("International Day of the Midwife"),
        _("Today we thank the midwives who stand beside families here, by day and by night."),
        _(
            "Midwives are there before the birth, at the birth and in the first days of feeding. On this day we say "
            "thank you, and show how to reach yours."
        ),
    ),
    KnownDay.PREMATURITY_DAY: Said(
        _("World Prematurity Day"),
        _("Families of babies born early are not alone here: there are people, pumps and time for you."),
        _(
            "Babies who come early need their parents, and their parents need people. We lend pumps, sit down with you "
            "on the unit and at home, and know families who have been where you are."
        ),
    ),
    KnownDay.SAFER_SLEEP_WEEK: Said(
        _("Safer Sleep Week"),
        _("On their back, in their own clear space: how every baby sleeps more safely, wherever you live."),
        _(
            "Safer sleep is for every sleep, wherever you stay: at home, with friends, in temporary accommodation. If "
            "there is no room for a cot, or no cot, tell us: we help, and nobody judges you."
        ),
    ),
    KnownDay.MATERNAL_MENTAL_HEALTH: Said(
        _("Maternal Mental Health Awareness Week"),
        _("If it is hard at the moment, say so to one of us. You are not a bad parent, and it can get better."),
        _(
            "Many parents feel low, anxious or far away from themselves during pregnancy or after the birth. It can "
            "happen to anybody. Talk to your midwife, health visitor or GP, or come to a group where people know it."
        ),
    ),
    KnownDay.NATIONAL_BREASTFEEDING_WEEK: Said(
        _("National Breastfeeding Week"),
        _("You are welcome to feed your baby here: in our cafés, hubs and libraries. Ask us where help is near you."),
        _(
            "This week places all over the country say that families are welcome to feed their babies. Look for our "
            "poster, bring your baby, and tell us where you did not feel welcome."
        ),
    ),
}


def texts_of(day: KnownDay) -> dict[str, dict[str, str]]:
    """Title, short and long text of a known day, by language."""
    found: dict[str, dict[str, str]] = {"title": {}, "short": {}, "long": {}}
    for language in INTERFACE_LANGUAGES:
        with translation.override(language.code):
            said = SAID[day]
            for name, texts in found.items():
                texts[language.code] = str(getattr(said, name))
    return found
