"""The signs of danger as pages and leaflets show them; the library provides their words, for they are statements."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language
from markupsafe import Markup, escape

from kith.kernel import clock
from kith.kernel.choices import place
from kith.kernel.danger import Level, Subject
from kith.platform.i18n.texts import LocalText

NUMBERS = re.compile(r"(?<!\d)(999|111|116 123|0808 2000 247)(?!\d)")
_KINDS = {Level.EMERGENCY: "emergency", Level.FIRST_AID: "emergency", Level.DESPAIR: "emergency"}
_CALLED: dict[Level, tuple[str, ...]] = {
    Level.EMERGENCY: ("999",),
    Level.FIRST_AID: ("999",),
    Level.DESPAIR: ("999", "111", "116123"),
    Level.VIOLENCE: ("999", "+448082000247"),
}
_HAS_WAY_OF_ITS_OWN = frozenset({*_CALLED, Level.CARE, Level.SAME_DAY})


@dataclass(frozen=True)
class Sign:
    """One sign, and the day by which it is looked at again."""

    key: str
    text: LocalText
    review_by: date

    @property
    def is_past_review(self) -> bool:
        """Whether it was to be looked at again before today."""
        return self.review_by < clock.today()

    @property
    def linked(self) -> Markup:
        """The words, with the numbers in them ready to call; marked with their language where it is not the page's."""
        words = Markup(NUMBERS.sub(_link, str(escape(self.text.text))))  # noqa: S704  # escaped before
        if self.text.lang == get_language():
            return words
        return Markup('<span lang="{}" dir="{}">{}</span>').format(self.text.lang, self.text.direction, words)


@dataclass(frozen=True)
class SignCard:
    """Signs on which to act in the same way, or what to do until help comes."""

    subject: Subject
    level: Level
    heading: LocalText
    note: LocalText
    signs: tuple[Sign, ...]

    @property
    def anchor(self) -> str:
        """Where the card stands on Help now."""
        return f"{self.subject}-{self.level}"

    @property
    def kind(self) -> str:
        """The kind of its care card."""
        if self.level in (Level.SAME_DAY, Level.CARE):
            return "non-urgent"
        return _KINDS.get(self.level, "urgent")

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers to call, as they are stored, the first to try first."""
        if self.level in _HAS_WAY_OF_ITS_OWN:
            return _CALLED.get(self.level, ())
        maternity = place.MATERNITY_PHONE.now
        if self.subject is Subject.PREGNANT:
            return (maternity,) if maternity else ("111", "999")
        return (maternity, "111") if maternity else ("111",)

    @property
    def calls_maternity(self) -> bool:
        """Whether the maternity unit is one of those to call."""
        return self.level not in _HAS_WAY_OF_ITS_OWN

    @property
    def lacks_maternity_number(self) -> bool:
        """Whether the maternity unit is the one to call, and this place has not said its number."""
        return self.subject is Subject.PREGNANT and self.calls_maternity and not place.MATERNITY_PHONE.now


@dataclass(frozen=True)
class SignSubject:
    """All cards about one subject, who answers for them, and who has checked them."""

    subject: Subject
    title: LocalText
    cards: tuple[SignCard, ...]
    owners: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    review_by: date
    is_machine_drafted: bool
    checked_by: tuple[str, ...] = field(default=())
    """Clinicians of this place who have checked every sign; none while one of them is unchecked."""

    @property
    def is_past_review(self) -> bool:
        """Whether any sign was to be looked at again before today."""
        return self.review_by < clock.today()


@dataclass(frozen=True)
class Maternity:
    """The maternity unit's line of this place for day and night; empty where the place has not said it."""

    name: str
    phone: str
    from_week: int
    page: str


Provider = Callable[[str], tuple[SignSubject, ...]]
_providers: list[tuple[Provider, Callable[[], str]]] = []


def register_signs(provider: Provider, mark: Callable[[], str]) -> None:
    """Say who knows the signs: asked with a language, it gives every subject in order. Safe to run twice.

    ``mark`` gives a text that is another one whenever they change.
    """
    _providers[:] = [(provider, mark)]


def signs_mark() -> str:
    """A text that is another one whenever a sign changes, or with the day becomes one to be looked at again."""
    return f"{_providers[0][1]()} {clock.today()} {place.MATERNITY_PHONE.now}"


def maternity() -> Maternity:
    """The maternity unit of this place, as its settings name it."""
    return Maternity(
        place.MATERNITY_NAME.now, place.MATERNITY_PHONE.now, place.MATERNITY_FROM_WEEK.now, place.MATERNITY_PAGE.now
    )


def signs_about(subjects: Iterable[str] = tuple(Subject)) -> tuple[SignSubject, ...]:
    """The signs about these subjects in the reader's language, in the order in which they are named."""
    known = {each.subject: each for each in _providers[0][0](get_language() or "en")}
    return tuple(known[each] for each in map(Subject, subjects) if each in known)


def _link(found: re.Match[str]) -> str:
    number = found[1].replace(" ", "")
    number = f"+44{number[1:]}" if number.startswith("0") else number
    return f'<a href="tel:{number}"><bdi dir="ltr">{found[1]}</bdi></a>'
