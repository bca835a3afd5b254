"""The words of consent, cards and emergencies; what a family is asked stands here once, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.families.rules.bereavement import Loss
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import CardPart, EmergencyReason, HowSaid, InterpretedBy
from kith.kernel.languages import ENGLISH, Language, interface_language, is_interface_language

HOW_SAID: Mapping[HowSaid, Promise] = {
    HowSaid.IN_PERSON: _("Spoken, in person"),
    HowSaid.CALL: _("By phone or video"),
    HowSaid.WRITING: _("In writing"),
    HowSaid.OWN_PAGE: _("On her own page"),
    HowSaid.NOT_NOTED: _("Nobody noted how"),
}
INTERPRETED_BY: Mapping[InterpretedBy, Promise] = {
    InterpretedBy.NOBODY: _("Nobody: we share the language"),
    InterpretedBy.INTERPRETER: _("An interpreter"),
    InterpretedBy.FAMILY_MEMBER: _("Somebody of her family"),
}
SPOKEN_IN: Mapping[InterpretedBy, Promise] = {
    InterpretedBy.NOBODY: _("In %(language)s"),
    InterpretedBy.INTERPRETER: _("In %(language)s, with an interpreter"),
    InterpretedBy.FAMILY_MEMBER: _("In %(language)s, with help from the family"),
}
ASKED: Mapping[Purpose, Promise] = {
    Purpose.CARE: _("They may see my record, to care for me and my baby."),
    Purpose.PEER_SUPPORT: _("They may see my record, so that another parent can support me."),
    Purpose.OFFERS: _("They may write to me about groups and courses."),
    Purpose.REFERRAL: _("They may be told the few facts they need, to decide how they can help me."),
}
SEEN: Mapping[Purpose, Promise] = {
    Purpose.CARE: _("They see our names, how to reach us, my baby, and how feeding goes."),
    Purpose.PEER_SUPPORT: _("They see our names, how to reach us, my baby, and how feeding goes."),
    Purpose.OFFERS: _("They do not see my record."),
    Purpose.REFERRAL: _("They do not see the rest of my record."),
}
ALWAYS: tuple[Promise, ...] = (
    _("I can see on my page every time somebody looks."),
    _("I can change my mind at any time."),
    _("If I say no, I still get help."),
)
EMERGENCY_REASONS: Mapping[EmergencyReason, Promise] = {
    EmergencyReason.BABY_IN_DANGER: _("The baby may be in danger"),
    EmergencyReason.PARENT_IN_DANGER: _("The parent may be in danger"),
    EmergencyReason.URGENT_CARE: _("Care cannot wait, and nobody can ask the parent now"),
    EmergencyReason.CHILD_PROTECTION: _("A child must be protected"),
}
CARD_PARTS: Mapping[CardPart, Promise] = {
    CardPart.NAMES: _("Names"),
    CardPart.LANGUAGES: _("Languages"),
    CardPart.INTERPRETER: _("Interpreter"),
    CardPart.ACCESS: _("What I need so that I can come, hear and understand"),
    CardPart.BABY: _("Baby"),
    CardPart.GOAL: _("What I hope for with feeding"),
    CardPart.HELPS: _("What helps me"),
    CardPart.CONTACT: _("How to reach me safely"),
}
LOSSES: Mapping[Loss, Promise] = {
    Loss.BABY: _("Baby"),
    Loss.PREGNANCY: _("Pregnancy"),
    Loss.PARENT: _("Parent or carer"),
}


@dataclass(frozen=True)
class Words:
    """A text in one language."""

    language: Language
    lines: tuple[str, ...]


def consent_words(purpose: Purpose, reads: str) -> tuple[Words, ...]:
    """What a family is asked to agree to, in each language it is shown in."""
    return tuple(Words(language, _lines(purpose, language)) for language in hers_and_english(reads))


def hers_and_english(code: str) -> tuple[Language, ...]:
    """The language she reads, if pages exist in it, and English beside it."""
    hers = [interface_language(code)] if is_interface_language(code) and code != ENGLISH.code else []
    return (*hers, ENGLISH)


def _lines(purpose: Purpose, language: Language) -> tuple[str, ...]:
    with translation.override(language.code):
        return tuple(str(line) for line in (ASKED[purpose], SEEN[purpose], *ALWAYS))
