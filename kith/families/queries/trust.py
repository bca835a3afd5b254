"""What a family is shown of trust: its answers when asked, its cards, and records opened in an emergency."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.families.models.card import Card, CardReading
from kith.families.models.consent import Consent, DeclinedConsent
from kith.families.models.family import Family
from kith.families.models.people import Baby, Parent
from kith.families.queries.taking import family_of, taken
from kith.families.rules.codes import AccessNeed, Channel, InterpreterNeed, Purpose
from kith.families.rules.trust import CardPart, HowSaid, InterpretedBy
from kith.kernel import clock
from kith.kernel.ids import CardId, CardReadingId, FamilyId, OrganisationId
from kith.kernel.private_links import may_try_code
from kith.organisations.queries.people import organisation_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@dataclass(frozen=True)
class DeclinedRow:
    """She was asked and said no, and has not said otherwise since."""

    organisation: str
    purpose: Purpose
    language: str
    how: HowSaid
    interpreted_by: InterpretedBy
    declined_at: datetime


@dataclass(frozen=True)
class CardRow:
    """A card in the list of a family's cards."""

    id: CardId
    family_id: FamilyId
    token: str
    parts: tuple[CardPart, ...]
    language: str
    made_at: datetime
    until_at: datetime
    ended_at: datetime | None
    is_locked: bool
    is_readable: bool
    reading_count: int


@dataclass(frozen=True)
class ReadingRow:
    """One reading of a card, with the reader's own words of who they are."""

    at: datetime
    service: str
    person: str


@dataclass(frozen=True)
class CardFacts:
    """What stands on a card, as the record says it now; a part that was not chosen is None or empty."""

    language: str
    until_at: datetime
    parts: frozenset[CardPart]
    names: tuple[str, ...] = ()
    speaks: str = ""
    reads: str = ""
    interpreter_need: InterpreterNeed | None = None
    access_needs: tuple[AccessNeed, ...] = ()
    access_words: str = ""
    babies: tuple[tuple[str, date], ...] = ()
    due_on: date | None = None
    goal: str = ""
    helps: str = ""
    phone: str = ""
    unsafe_channels: tuple[Channel, ...] = ()
    may_leave_voicemail: bool | None = None
    safe_times: str = ""


def declined(viewer: Viewer, family_id: FamilyId) -> tuple[DeclinedRow, ...]:
    """The organisations the family declined and has not agreed to since, the latest answer of each, newest first."""
    family_of(viewer, family_id)
    given = dict[tuple[int, str], datetime]()
    for row in Consent.objects.filter(family_id=family_id).order_by("granted_at"):
        given[row.organisation_id, row.purpose] = row.granted_at
    last = dict[tuple[int, str], DeclinedConsent]()
    for no in DeclinedConsent.objects.filter(family_id=family_id).order_by("declined_at"):
        last[no.organisation_id, no.purpose] = no
    standing = [no for asked, no in last.items() if asked not in given or given[asked] < no.declined_at]
    names = organisation_cards(OrganisationId(no.organisation_id) for no in standing)
    return tuple(
        taken(DeclinedRow, no, organisation=names[OrganisationId(no.organisation_id)].name, purpose=Purpose(no.purpose))
        for no in sorted(standing, key=lambda no: no.declined_at, reverse=True)
    )


def cards_of(viewer: Viewer, family_id: FamilyId) -> tuple[CardRow, ...]:
    """The cards of the family, the newest first."""
    rows = family_of(viewer, family_id).cards.prefetch_related("readings").order_by("-made_at", "pk")
    return tuple(_card_row(row) for row in rows)


def card_page(viewer: Viewer, card_id: CardId) -> tuple[CardRow, tuple[ReadingRow, ...]]:
    """One card with all who have read it, the latest first; NotFound beyond the viewer's reach."""
    families = access.visible(viewer, Family.objects.all())
    row = Card.objects.filter(pk=card_id, family__in=families.values("pk")).prefetch_related("readings").first()
    if row is None:
        raise NotFound("card")
    readings = sorted(row.readings.all(), key=lambda each: each.at, reverse=True)
    return _card_row(row), tuple(ReadingRow(each.at, each.service, each.person) for each in readings)


@beyond("the card of a reading that its number has just opened")
def card_just_read(viewer: Viewer, reading_id: CardReadingId) -> CardFacts:
    """What stands on the card of this reading, which was written down because the number was right."""
    reading = CardReading.objects.select_related("card").get(pk=reading_id)
    family_id = FamilyId(reading.card.family_id)
    audit.read(viewer, "families.card_shown", Card._meta.label, reading.card_id)
    return _facts(reading.card, family_id)


def _card_row(row: Card) -> CardRow:
    return taken(
        CardRow,
        row,
        parts=tuple(part for part in CardPart if part.value in row.parts),
        is_readable=may_try_code(row.number, now=clock.now()) is None,
        reading_count=len(row.readings.all()),
    )


def _facts(card: Card, family_id: FamilyId) -> CardFacts:
    parts = frozenset(CardPart(part) for part in card.parts)
    parents = list(Parent.objects.filter(family_id=family_id).order_by("-is_main", "given_name"))
    main = parents[0]
    shown: dict[CardPart, dict[str, object]] = {
        CardPart.NAMES: {"names": tuple(parent.full_name for parent in parents)},
        CardPart.LANGUAGES: {"speaks": main.speaks, "reads": main.reads},
        CardPart.INTERPRETER: {"speaks": main.speaks, "interpreter_need": InterpreterNeed(main.interpreter_need)},
        CardPart.ACCESS: {
            "access_needs": tuple(AccessNeed(need) for need in main.access_needs),
            "access_words": main.access_words,
        },
        CardPart.BABY: _baby_facts(family_id) if CardPart.BABY in parts else {},
        CardPart.GOAL: {"goal": card.goal},
        CardPart.HELPS: {"helps": card.helps},
        CardPart.CONTACT: {
            "phone": main.phone,
            "unsafe_channels": tuple(Channel(each) for each in main.unsafe_channels),
            "may_leave_voicemail": main.may_leave_voicemail,
            "safe_times": main.safe_times,
        },
    }
    chosen = {name: value for part in parts for name, value in shown[part].items()}
    return CardFacts(language=card.language, until_at=card.until_at, parts=parts, **chosen)  # type: ignore[arg-type]


def _baby_facts(family_id: FamilyId) -> dict[str, object]:
    babies = Baby.objects.filter(family_id=family_id).order_by("born_on", "name").values_list("name", "born_on")
    due = Family.objects.get(pk=family_id).pregnancies.filter(ended_on__isnull=True)
    return {"babies": tuple(babies), "due_on": due.values_list("due_on", flat=True).first()}
