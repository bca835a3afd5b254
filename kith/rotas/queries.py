"""Days with children: a person's own, and those of all who are near or past the third within thirty."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId
from kith.organisations.queries.people import membership_cards
from kith.organisations.queries.workforce import workers
from kith.organisations.rules import Role
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.rotas.models import RotaDay
from kith.rotas.rules import MOST_DAYS, RotaDayId, fullest

CHOSEN_FROM = (Role.PEER_SUPPORTER, Role.OUTREACH_WORKER)


@dataclass(frozen=True)
class DayRow:
    """One day, and where."""

    id: RotaDayId
    on_day: date
    place: str


@dataclass(frozen=True)
class PersonRow:
    """A person's days that count now, how many fall within the fullest thirty, and whether that is the limit."""

    name: str
    organisation: str
    days: tuple[DayRow, ...]
    most: int
    is_full: bool
    is_over: bool


def rota(viewer: Viewer) -> tuple[PersonRow, ...]:
    """Each person with days that count now, for all organisations together; the nearest to a fourth day first."""
    access.require(viewer, Permission.MANAGE_PEERS)
    audit.read(viewer, "rotas.rota_opened", RotaDay._meta.label, viewer.membership_id)
    days: dict[AccountId, list[RotaDay]] = defaultdict(list)
    for row in RotaDay.objects.counting(clock.today()):
        days[AccountId(row.account_id)].append(row)
    cards = membership_cards(MembershipId(rows[-1].membership_id) for rows in days.values())
    found = []
    for rows in days.values():
        card = cards[MembershipId(rows[-1].membership_id)]
        found.append(_person(card.name, card.organisation.name, rows))
    return tuple(sorted(found, key=lambda each: (-each.most, each.name)))


def my_rota(viewer: Viewer) -> PersonRow:
    """The viewer's own days, whichever organisation they are for."""
    access.require(viewer, Permission.SEE_PEER_TODAY)
    rows = RotaDay.objects.counting(clock.today()).filter(account_id=viewer.account_id or 0)
    return _person(viewer.name, "", rows)


def people_of_rotas(viewer: Viewer) -> list[tuple[str, str]]:
    """Those at work in the place who may be put on a rota, with their organisation, by number."""
    access.require(viewer, Permission.MANAGE_PEERS)
    found = workers(roles=CHOSEN_FROM)
    cards = membership_cards(each.id for each in found)
    return [(str(each.id), f"{each.name} ({cards[each.id].organisation.name})") for each in found]


def _person(name: str, organisation: str, rows: Iterable[RotaDay]) -> PersonRow:
    days = tuple(DayRow(RotaDayId(row.pk), row.on_day, row.place) for row in rows)
    most = len(fullest([each.on_day for each in days]))
    return PersonRow(name, organisation, days, most, most == MOST_DAYS, most > MOST_DAYS)
