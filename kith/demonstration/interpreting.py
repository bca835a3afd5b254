"""Invented interpreters, and how it goes: the same one again, one who has not answered, one who did not come."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kith.caseloads.queries.leading import led_family_ids
from kith.demonstration.people import Partners, Staff
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.rules.codes import InterpreterNeed
from kith.interpreting.actions.arranging import confirm_interpreter, offer_interpreter
from kith.interpreting.actions.happening import (
    interpreter_arrived,
    interpreter_done,
    interpreter_failed,
    interpreter_late,
    wish_next_time,
)
from kith.interpreting.actions.listing import ListedInterpreter, add_interpreter, set_interpreter_line
from kith.interpreting.actions.requesting import request_interpreter
from kith.interpreting.rules.codes import Gender, GenderWish, Mode, Why, Wish
from kith.kernel import clock
from kith.kernel.clock import FixedClock
from kith.kernel.ids import InterpreterBookingId, InterpreterId
from kith.organisations.queries.people import viewer_for
from kith.organisations.rules import Role
from kith.platform.access.viewer import Actor, Viewer
from kith.platform.sign_in.models import Account

MAIL = "interpreters.kith.invalid"
AGENCY = "Spoken Word Interpreting (demonstration)"
_ALL, _SEEN, _HEARD = tuple(Mode), (Mode.FACE_TO_FACE, Mode.VIDEO), (Mode.PHONE, Mode.VIDEO)
_WOMAN, _MAN = Gender.WOMAN, Gender.MAN
# Name, gender, languages with dialects, ways of working, pounds an hour, whether for the agency.
_INTERPRETERS: tuple[tuple[str, Gender, tuple[tuple[str, str], ...], tuple[Mode, ...], int, bool], ...] = (
    ("Alina Dumitrescu", _WOMAN, (("ro", ""),), _ALL, 32, True),
    ("Radu Petcu", _MAN, (("ro", ""), ("rom", "")), _HEARD, 30, False),
    ("Kasia Zielinska", _WOMAN, (("pl", ""), ("uk", "")), _ALL, 31, True),
    ("Saima Qureshi", _WOMAN, (("ur", ""), ("pa", "Mirpuri")), _ALL, 32, True),
    ("Layla Haddad", _WOMAN, (("ar", "Levantine"),), _ALL, 34, True),
    ("Yusuf Benali", _MAN, (("ar", "Moroccan"), ("fr", "")), _HEARD, 31, False),
    ("Hodan Warsame", _WOMAN, (("so", ""),), _ALL, 34, False),
    ("Ruksana Begum", _WOMAN, (("bn", "Sylheti"),), _ALL, 33, True),
    ("Harpreet Sandhu", _WOMAN, (("pa", ""), ("hi", "")), _ALL, 31, True),
    ("Joanna Marsh", _WOMAN, (("bfi", ""),), _SEEN, 45, False),
    ("Farida Noorzai", _WOMAN, (("prs", ""), ("ps", ""), ("fa", "")), _HEARD, 36, True),
)
_SPOKEN = {code for _, _, languages, *_ in _INTERPRETERS for code, _ in languages}


@dataclass(frozen=True)
class _Told:
    """A booking to invent: so many days from today, at this hour, for the n-th of the families, and how it went."""

    family: int
    days: int
    hour: int
    goes: str
    mode: Mode = Mode.FACE_TO_FACE


_STORY: tuple[_Told, ...] = (
    _Told(0, -35, 10, "done"),
    _Told(0, -14, 10, "done"),
    _Told(0, 3, 10, "confirmed"),
    _Told(1, -6, 14, "no_show"),
    _Told(1, -21, 14, "done"),
    _Told(1, 1, 11, "offered"),
    _Told(2, -9, 13, "late", Mode.VIDEO),
    _Told(2, 5, 13, "requested"),
    _Told(3, -4, 15, "done", Mode.PHONE),
    _Told(3, 2, 15, "confirmed", Mode.PHONE),
)


def arrange(partners: Partners, staff: Staff, today: date, *, by: Actor) -> int:
    """Put interpreters on the list and invent the health visitor's bookings; says how many there are."""
    people = [_listed(number, one) for number, one in enumerate(_INTERPRETERS)]
    ids = [add_interpreter(by=by, organisation_id=partners.council, listed=one) for one in people]
    for number, organisation_id in enumerate((partners.health_visiting, partners.hospital, partners.council)):
        # Ofcom keeps 0808 157 0000 to 0999 for drama, too.
        set_interpreter_line(
            by=by, organisation_id=organisation_id, phone="0808 157 0000", access_code=f"{7301 + 11 * number}"
        )
    viewer = viewer_for(Account.objects.get(pk=staff.accounts[Role.HEALTH_VISITOR.value]))
    families = _families(viewer) if viewer else []
    if viewer is None or not families:
        return 0
    for told in _STORY:
        card = families[told.family % len(families)]
        who = _who(card, people, told.mode)
        wish = GenderWish.WOMAN if who is not None and people[who].gender is _WOMAN else GenderWish.ANY
        _invent(told, card, None if who is None else ids[who], wish, today, by=viewer)
    return len(_STORY)


def _listed(
    number: int, one: tuple[str, Gender, tuple[tuple[str, str], ...], tuple[Mode, ...], int, bool]
) -> ListedInterpreter:
    name, gender, languages, modes, pounds, for_agency = one
    return ListedInterpreter(
        name=name,
        gender=gender,
        languages=languages,
        modes=modes,
        pence_per_hour=100 * pounds,
        travel_pence=850 if Mode.FACE_TO_FACE in modes else 0,
        agency=AGENCY if for_agency else "",
        email=f"{name.split()[0].lower()}@{MAIL}",
        # Ofcom keeps 07700 900000 to 900999 for drama: they reach nobody.
        phone=f"+447700900{980 + number}",
        reads="ro" if languages[0][0] == "ro" else "ar" if languages[0][0] == "ar" else "en",
    )


def _families(viewer: Viewer) -> list[FamilyCard]:
    """Families the viewer leads whose language a listed interpreter speaks; first those who need an interpreter."""
    cards = [card for card in family_cards(viewer, led_family_ids(viewer)).values() if card.speaks in _SPOKEN]
    return sorted(cards, key=lambda card: (card.interpreter_need is not InterpreterNeed.YES, card.id))


def _who(card: FamilyCard, people: list[ListedInterpreter], mode: Mode) -> int | None:
    """The place on the list of the first who speaks the language and works in this way."""
    fitting = (
        at for at, one in enumerate(people) if card.speaks in {code for code, _ in one.languages} and mode in one.modes
    )
    return next(fitting, None)


def _invent(
    told: _Told, card: FamilyCard, who: InterpreterId | None, wish: GenderWish, today: date, *, by: Viewer
) -> None:
    """Let it happen, at the hours at which it would have."""
    starts_at = datetime.combine(today + timedelta(days=told.days), time(told.hour), clock.LONDON)
    before = min(starts_at - timedelta(days=5), datetime.combine(today, time(8), clock.LONDON) - timedelta(days=1))
    with clock.use(FixedClock(before)):
        booking_id = request_interpreter(
            by=by,
            family_id=card.id,
            starts_at=starts_at,
            minutes=30,
            language=card.speaks,
            mode=told.mode,
            gender=wish,
            place="Oakfield Health Centre, room 2" if told.mode is Mode.FACE_TO_FACE else "",
        )
        if who is None or told.goes == "requested":
            return
        offer_interpreter(by=by, booking_id=booking_id, interpreter_id=who)
        if told.goes == "offered":
            return
        confirm_interpreter(by=by, booking_id=booking_id)
    if told.days < 0:
        _happened(told.goes, booking_id, starts_at, by=by)


def _happened(goes: str, booking_id: InterpreterBookingId, starts_at: datetime, *, by: Viewer) -> None:
    with clock.use(FixedClock(starts_at + timedelta(minutes=20))):
        if goes == "no_show":
            interpreter_failed(by=by, booking_id=booking_id, why=Why.NO_SHOW)
            return
        if goes == "late":
            interpreter_late(by=by, booking_id=booking_id, minutes=15)
        interpreter_arrived(by=by, booking_id=booking_id)
    with clock.use(FixedClock(starts_at + timedelta(minutes=65))):
        interpreter_done(by=by, booking_id=booking_id)
        wish_next_time(by=by, booking_id=booking_id, wish=Wish.SAME)
