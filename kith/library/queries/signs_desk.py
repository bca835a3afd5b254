"""What the owners of the signs of danger look after: every card as readers see it, and what there is to see to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kith.kernel import clock
from kith.kernel.danger import Subject
from kith.kernel.languages import ENGLISH
from kith.library.queries.signs import LANGUAGES, Placed, Shipped, SignsPage, SignWords, placed_signs, shipped_signs
from kith.library.rules.signs import Card, Trouble, TroubleKind, cards_shown, misplaced
from kith.library.rules.voices import words_mark
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.ui.signs import maternity

NOTHING_PLACED = SignsPage({}, ())


@dataclass(frozen=True)
class SignLine:
    """One sign at the desk, in English; ``has_page`` where it is a statement of this place already."""

    key: str
    text: str
    has_page: bool
    is_checked: bool


@dataclass(frozen=True)
class CardAtDesk:
    """One card as readers see it."""

    level: str
    heading: str
    lines: tuple[SignLine, ...]


@dataclass(frozen=True)
class SubjectAtDesk:
    """The signs about one subject: their page, their cards, who has checked them, and what there is to see to."""

    subject: Subject
    slug: str
    title: str
    has_page: bool
    cards: tuple[CardAtDesk, ...]
    checked_by: tuple[str, ...]
    troubles: tuple[Trouble, ...]
    mark: str
    """A mark of the words that a clinician reads here: a check of other words is refused."""


@dataclass(frozen=True)
class SignsDesk:
    """All subjects, and what concerns the whole place."""

    troubles: tuple[Trouble, ...]
    subjects: tuple[SubjectAtDesk, ...]

    @property
    def count(self) -> int:
        """How many things there are to see to."""
        return len(self.troubles) + sum(len(each.troubles) for each in self.subjects)


def signs_desk(viewer: Viewer) -> SignsDesk:
    """Every sign of danger as readers see it now, and what there is to see to."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    return _desk()


def signs_troubles() -> tuple[Trouble, ...]:
    """All that there is to see to, for the person who starts the place."""
    desk = _desk()
    return (*desk.troubles, *(trouble for about in desk.subjects for trouble in about.troubles))


def _desk() -> SignsDesk:
    shipped, placed = shipped_signs(), placed_signs()
    return SignsDesk(
        troubles=() if maternity().phone else (Trouble(TroubleKind.NO_MATERNITY_NUMBER),),
        subjects=tuple(_subject(subject, shipped, placed) for subject in shipped.pages),
    )


def _subject(subject: Subject, shipped: Shipped, placed: Placed) -> SubjectAtDesk:
    page, own = shipped.pages[subject], placed.pages.get(subject, NOTHING_PLACED)
    cards = cards_shown(page.cards, own.cards)
    words = {**shipped.words, **placed.words}
    said = [words[sign] for card in cards for sign in card.signs if sign in words]
    return SubjectAtDesk(
        subject=subject,
        slug=f"signs-{subject}",
        title={**page.title, **own.title}[ENGLISH.code],
        has_page=bool(own.cards),
        cards=tuple(_card(card, words) for card in cards),
        checked_by=tuple(dict.fromkeys(name for each in said for name in each.checked_by)),
        troubles=(*_troubles(subject, said, placed), *misplaced(subject, page.cards, own.cards)),
        mark=words_mark("".join(sorted(_own_words(own, placed)))),
    )


def _own_words(own: SignsPage, placed: Placed) -> Iterator[str]:
    """The words on the place's own page that stand; what ships, or was withdrawn, cannot be checked here."""
    for card in own.cards:
        for sign in card.signs:
            if (each := placed.words.get(sign)) and not each.is_withdrawn:
                yield each.texts[ENGLISH.code]


def _card(card: Card, words: dict[str, SignWords]) -> CardAtDesk:
    lines = tuple(
        SignLine(each.key, each.texts[ENGLISH.code], not each.is_shipped, bool(each.checked_by))
        for sign in card.signs
        if (each := words.get(sign))
    )
    return CardAtDesk(card.level.value, card.heading[ENGLISH.code], lines)


def _troubles(subject: Subject, said: list[SignWords], placed: Placed) -> list[Trouble]:
    today = clock.today()
    found = [Trouble(TroubleKind.PAST_REVIEW, subject, key=each.key) for each in said if each.review_by < today]
    found += [Trouble(TroubleKind.WITHDRAWN_ALONE, subject, key=each.key) for each in said if each.is_withdrawn]
    found += [Trouble(TroubleKind.NOT_APPROVED, subject, key=each.key) for each in said if each.key in placed.waiting]
    lacking = Counter(code for each in said for code in LANGUAGES if code not in each.texts)
    found += [
        Trouble(TroubleKind.NOT_IN_LANGUAGE, subject, language=code, count=count) for code, count in lacking.items()
    ]
    if unchecked := sum(not each.checked_by for each in said):
        found.append(Trouble(TroubleKind.NOT_CHECKED, subject, count=unchecked))
    return found
