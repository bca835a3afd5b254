"""The words of consent, cards and emergencies; what a family is asked stands here once, in every language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.bereavement import Loss
from kith.families.rules.codes import Purpose
from kith.families.rules.trust import CardPart, EmergencyReason, HowSaid, InterpretedBy
from kith.kernel.languages import ENGLISH, Language, interface_language, is_interface_language
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats

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
TRUST_REFUSALS: Mapping[str, Promise] = {
    "until_has_passed": _("The last day cannot lie in the past"),
    "own_page_is_hers": _("Choose how she said it to you: only she herself answers on her own page"),
    "booking_without_interpreter": _("Choose “An interpreter” where an interpreter was booked"),
    "died_in_future": _("The day cannot lie in the future"),
    "died_before_it_began": _("Check the day: it lies before the birth, or before the pregnancy began"),
    "call_in_past": _("Choose today or a day to come"),
    "call_too_late": _("A person calls within seven days: choose an earlier day"),
    "caller_may_not_see_the_record": _("Choose somebody from the list: the family has not let others see its record"),
    "undo_needs_somebody_else": _("Somebody else must take this back: ask a colleague who may see the record"),
    "undo_needs_a_reason": _("Say what was wrong with the record"),
    "name_not_typed": _("Type the name as it stands above"),
    "card_is_empty": _("Choose at least one thing to put on the card"),
    "card_days": _("Choose between 1 and 90 days"),
    "card_goal_missing": _("Write what you hope for, or leave this off the card"),
    "card_helps_missing": _("Write what helps, or leave this off the card"),
    "card_cannot_be_read": _("This card cannot be read with this number. Ask for the number again, or just ask."),
    "say_more": _("Say in a few words what has happened"),
    "nobody_found": _("No record was found by exactly these details. Check the spelling and the day"),
    "more_than_one_found": _("More than one record fits. Use the NHS number"),
    "nothing_to_find_by": _("Enter the name and the baby’s day of birth, or an NHS number"),
}


def searches_rest_words(refusal: Refusal) -> str:
    """Why the worker cannot search for now, who to turn to, and from when they can again."""
    words = gettext(
        "Several searches have found nobody, so you can search again from %(time)s. If a life is in danger, "
        "call 999. Your manager has been told: ring them if you need the record now"
    )
    return words % {"time": formats.time(refusal.facts["again_at"])}  # type: ignore[arg-type]  # by the rule


@dataclass(frozen=True)
class Words:
    """A text in one language."""

    language: Language
    lines: tuple[str, ...]


def consent_words(purpose: Purpose, reads: str) -> tuple[Words, ...]:
    """What a family is asked to agree to: in the language she reads, if pages exist in it, and in English beside it."""
    hers = [interface_language(reads)] if is_interface_language(reads) and reads != ENGLISH.code else []
    return tuple(Words(language, _lines(purpose, language)) for language in (*hers, ENGLISH))


def _lines(purpose: Purpose, language: Language) -> tuple[str, ...]:
    with translation.override(language.code):
        return tuple(str(line) for line in (ASKED[purpose], SEEN[purpose], *ALWAYS))
