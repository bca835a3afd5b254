"""A card's lines in one language; drawn twice, in the parent's and in English, for its reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kith.families.queries.trust import CardFacts
from kith.families.rules.codes import AccessNeed, Channel
from kith.families.rules.trust import CardPart
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.families.wording.trust import CARD_PARTS, hers_and_english
from kith.kernel.languages import Language
from kith.platform.ui import formats

ACCESS_NEEDS: Mapping[AccessNeed, Promise] = {
    AccessNeed.STEP_FREE: gettext_lazy("A way in without steps"),
    AccessNeed.HEARING: gettext_lazy("Help with hearing"),
    AccessNeed.SIGN_LANGUAGE: gettext_lazy("Sign language"),
    AccessNeed.SIGHT: gettext_lazy("Help with seeing"),
    AccessNeed.EASY_READ: gettext_lazy("Words that are easy to read"),
    AccessNeed.QUIET_SPACE: gettext_lazy("A quiet room"),
    AccessNeed.LONGER_TIME: gettext_lazy("More time"),
    AccessNeed.SUPPORT_PERSON: gettext_lazy("Somebody beside me"),
}
NOT_SAFE: Mapping[Channel, Promise] = {
    Channel.CALL: gettext_lazy("Please do not call"),
    Channel.TEXT: gettext_lazy("Please do not send texts"),
    Channel.EMAIL: gettext_lazy("Please do not send e-mails"),
    Channel.POST: gettext_lazy("Please do not send letters"),
}


@dataclass(frozen=True)
class CardLine:
    """One thing on the card; ``lang`` is the language of her own words, where they are hers."""

    label: str
    lines: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True)
class CardText:
    """The whole card in one language."""

    language: Language
    lines: tuple[CardLine, ...]


def card_texts(facts: CardFacts) -> tuple[CardText, ...]:
    """The card in her language, if pages exist in it, and in English beside it."""
    return tuple(_text(facts, language) for language in hers_and_english(facts.language))


def _text(facts: CardFacts, language: Language) -> CardText:
    own = {CardPart.GOAL, CardPart.HELPS}
    with translation.override(language.code):
        made = [(part, tuple(_said(part, facts))) for part in CardPart if part in facts.parts]
        shown = [(str(CARD_PARTS[part]), lines, facts.language if part in own else "") for part, lines in made if lines]
    return CardText(language, tuple(CardLine(*each) for each in shown))


def _said(part: CardPart, facts: CardFacts) -> Iterator[str]:
    match part:
        case CardPart.NAMES:
            yield from facts.names
        case CardPart.LANGUAGES:
            yield _("I speak %(language)s") % {"language": formats.language(facts.speaks)}
            yield _("I read %(language)s") % {"language": formats.language(facts.reads)}
        case CardPart.INTERPRETER if facts.interpreter_need:
            need = str(INTERPRETER_NEEDS[facts.interpreter_need])
            is_needed = facts.interpreter_need == "yes"
            yield f"{need}: {formats.language(facts.speaks)}" if is_needed else need
        case CardPart.ACCESS:
            yield from (str(ACCESS_NEEDS[need]) for need in facts.access_needs)
            yield from filter(None, [facts.access_words])
        case CardPart.BABY:
            yield from _babies(facts)
        case CardPart.GOAL:
            yield facts.goal
        case CardPart.HELPS:
            yield facts.helps
        case CardPart.CONTACT:
            yield from _contact(facts)


def _babies(facts: CardFacts) -> Iterator[str]:
    for name, born_on in facts.babies:
        born = _("Born on %(day)s") % {"day": formats.date(born_on, "medium")}
        yield f"{name}. {born}" if name else born
    if facts.due_on:
        yield _("Due on %(day)s") % {"day": formats.date(facts.due_on, "medium")}


def _contact(facts: CardFacts) -> Iterator[str]:
    if facts.phone:
        yield formats.phone(facts.phone)
    yield from (str(NOT_SAFE[channel]) for channel in facts.unsafe_channels)
    if facts.may_leave_voicemail is False:
        yield _("Please leave no voice message")
    if facts.safe_times:
        yield facts.safe_times
