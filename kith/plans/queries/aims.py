"""What the alliance aims at, with what shows it now; and what services cost."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kith.directory.queries.search import Sought, service_cards, services_by_id, services_sought
from kith.kernel.ids import ServiceId
from kith.methods.names import sorting_key
from kith.plans.models.costs import ServiceCost
from kith.plans.models.steps import Aim
from kith.plans.rules.codes import AimId, Strand
from kith.plans.wording.plan import STRANDS
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language
from kith.showing.evidence import Shown, evidence_by_keys


@dataclass(frozen=True)
class AimTold:
    """One aim in the reader's language, since when it holds, and what shows it."""

    id: AimId
    words: LocalText
    since_on: date
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class CostRow:
    """What one service costs in a year."""

    service: LocalText
    strand: Strand
    yearly_pounds: int
    from_on: date
    source: str

    @property
    def strand_name(self) -> str:
        """Which money pays it."""
        return str(STRANDS[self.strand])


@dataclass(frozen=True)
class Costs:
    """What services cost, by name; the sums by money, and of all of them."""

    rows: tuple[CostRow, ...]
    by_strand: tuple[tuple[str, int], ...]
    total: int


def aims(viewer: Viewer, *, lang: str) -> tuple[AimTold, ...]:
    """What is aimed at today, the oldest first, with everything that shows it."""
    access.require(viewer, Permission.SEE_THEMES)
    return _told(viewer, lang, is_public=False)


def public_aims(viewer: Viewer, *, lang: str) -> tuple[AimTold, ...]:
    """The same for the public, with what may be public of what shows it."""
    return _told(viewer, lang, is_public=True)


def aim(viewer: Viewer, aim_id: int, *, lang: str) -> AimTold | None:
    """One aim that holds."""
    return next((each for each in aims(viewer, lang=lang) if each.id == aim_id), None)


def costs(viewer: Viewer, *, lang: str) -> Costs:
    """What each service costs by its last note; withdrawn services are left out."""
    access.require(viewer, Permission.SEE_THEMES)
    found = list(ServiceCost.objects.newest())
    cards = services_by_id(viewer, [ServiceId(row.service_id) for row in found], lang=lang)
    rows = [
        CostRow(card.name, Strand(row.strand), row.yearly_pounds, row.from_on, row.source)
        for row in found
        if (card := cards.get(ServiceId(row.service_id)))
    ]
    rows.sort(key=lambda row: sorting_key(row.service.text))
    sums: dict[Strand, int] = defaultdict(int)
    for row in rows:
        sums[row.strand] += row.yearly_pounds
    by_strand = tuple((str(STRANDS[each]), sums[each]) for each in Strand if each in sums)
    return Costs(tuple(rows), by_strand, sum(sums.values()))


def services_to_cost(viewer: Viewer, *, lang: str) -> list[tuple[ServiceId, str]]:
    """Every service that is offered, by name."""
    access.require(viewer, Permission.MANAGE_MEETINGS)
    cards = service_cards(services_sought(viewer, Sought()), lang)
    return sorted(((card.id, card.name.text) for card in cards), key=lambda each: sorting_key(each[1]))


def _told(viewer: Viewer, lang: str, *, is_public: bool) -> tuple[AimTold, ...]:
    return tuple(
        AimTold(
            AimId(row.pk),
            in_language(row.words, lang),
            row.since_on,
            evidence_by_keys(viewer, row.evidence, lang=lang, is_public=is_public),
        )
        for row in Aim.objects.current().order_by("since_on", "pk")
    )
