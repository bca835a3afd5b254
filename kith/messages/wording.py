"""The words of a message in its reader's language, made from the kind's template and the message's facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from jinja2 import Environment, FileSystemLoader

from kith.kernel.languages import interface_language
from kith.messages.rules import SendingState
from kith.platform.ui.environment import environment
from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "message_without_address": Refused(_("There is no e-mail address and no phone number to send this to")),
}
STATES: Mapping[SendingState, str | Promise] = {
    SendingState.QUEUED: _("Waits"),
    SendingState.SENDING: _("Being sent"),
    SendingState.SENT: _("Sent"),
    SendingState.FAILED: _("Failed"),
    SendingState.STOPPED: _("Stopped"),
}
SEPARATOR = "\x1e"


@dataclass(frozen=True)
class Words:
    """What a message says: an e-mail's subject and body, or the short text for a phone."""

    subject: str
    body: str
    short: str


@dataclass(frozen=True)
class Isolate:
    """Keeps a left-to-right piece (a date, a link) whole inside a right-to-left line, by Unicode's isolates."""

    is_needed: bool

    def __call__(self, piece: object) -> str:
        """The piece, between isolates where the line needs them."""
        return f"\u2068{piece}\u2069" if self.is_needed else str(piece)


def words_of(kind: str, language: str, facts: Mapping[str, object]) -> Words:
    """Draw the template ``messages/<kind>.txt.jinja`` in this language."""
    reader = interface_language(language)
    isolate = Isolate(is_needed=reader.direction == "rtl")
    with translation.override(reader.code):
        template = _plain_environment().get_template(f"messages/{kind}.txt.jinja")
        drawn = template.render(
            **_revived(facts),
            place_name=settings.KITH.title,
            help_now=f"{settings.KITH.site_url}{reverse('help-now')}",
            my_page=f"{settings.KITH.site_url}{reverse('my-page')}",
            isolate=isolate,
            separator=SEPARATOR,
        )
    subject, body, short = (_tidy(part) for part in drawn.split(SEPARATOR))
    return Words(subject, body, short)


@cache
def _plain_environment() -> Environment:
    """Kith's Jinja environment for text that is not HTML: nothing is escaped."""
    return environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=False)


def _revived(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts with their instants and days as instants and days again, those of lists within them too."""
    return {name: _revived_value(name, value) for name, value in facts.items()}


def _revived_value(name: str, value: object) -> object:
    if isinstance(value, list):
        return [_revived(each) if isinstance(each, Mapping) else each for each in value]
    return _as_time(name, value) if isinstance(value, str) else value


def _as_time(name: str, value: str) -> object:
    if name.endswith("_at"):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if name.endswith("_on") else value


def _tidy(text: str) -> str:
    """No blanks at the ends of lines, never two empty lines in a row."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join(line for at, line in enumerate(lines) if line or lines[at - 1])
