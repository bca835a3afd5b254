"""Reads of the front door."""

from dataclasses import dataclass
from datetime import date

from kith.front.models import Helpline
from kith.kernel import clock
from kith.platform.access import Viewer
from kith.platform.i18n import LocalText, in_language


@dataclass(frozen=True)
class HelplineRow:
    """A helpline as a reader sees it."""

    id: int
    name: str
    number: str
    purpose: LocalText
    hours: LocalText
    source: str
    owner: str
    review_on: date
    is_confirmed: bool
    is_past_review: bool
    is_shown: bool

    @classmethod
    def of(cls, helpline: Helpline, lang: str, today: date) -> "HelplineRow":
        """The row in this language."""
        return cls(
            id=helpline.pk,
            name=helpline.name,
            number=helpline.number,
            purpose=in_language(helpline.purpose, lang),
            hours=in_language(helpline.hours, lang),
            source=helpline.source,
            owner=helpline.owner,
            review_on=helpline.review_on,
            is_confirmed=helpline.confirmed_on is not None,
            is_past_review=helpline.review_on < today,
            is_shown=helpline.is_shown,
        )


def helplines(_viewer: Viewer, lang: str) -> list[HelplineRow]:
    """The helplines the public sees, most asked for first; they are public whoever asks."""
    today = clock.today()
    return [HelplineRow.of(each, lang, today) for each in Helpline.objects.filter(is_shown=True)]


def all_helplines(_viewer: Viewer, lang: str) -> list[HelplineRow]:
    """Every helpline, hidden ones too, for those who look after the list; the page itself asks for the permission."""
    today = clock.today()
    return [HelplineRow.of(each, lang, today) for each in Helpline.objects.all()]


def helpline_to_change(_viewer: Viewer, helpline_id: int) -> dict[str, object] | None:
    """One helpline as its form shows it, or None."""
    row = Helpline.objects.filter(pk=helpline_id).values().first()
    return dict(row) if row else None
