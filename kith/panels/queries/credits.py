"""What was made together, for those who keep it and for the public."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kith.panels.models.credits import Credit, JointWork
from kith.panels.rules.codes import JointWorkId, Naming, WorkKind
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond

MOST = 50


@dataclass(frozen=True)
class WorkRow:
    """What was made together, when, and the names that people chose; others helped who chose no name."""

    id: JointWorkId
    title: str
    kind: WorkKind
    made_on: date
    names: tuple[str, ...]
    has_unnamed: bool


@dataclass(frozen=True)
class Asked:
    """A member who helped, and what she said to how she is shown."""

    name: str
    naming: Naming
    named_as: str


def joint_works(viewer: Viewer, asked: ListAsked) -> Paged[WorkRow]:
    """What was made together, the latest first, for those who keep it."""
    access.require(viewer, Permission.MANAGE_PANELS)
    page = paged(JointWork.objects.order_by("-made_on", "-pk"), asked)
    return page.with_rows(_rows(list(page.rows)))


def joint_work(viewer: Viewer, work_id: JointWorkId) -> tuple[WorkRow, tuple[Asked, ...]]:
    """One of them, and who was asked."""
    access.require(viewer, Permission.MANAGE_PANELS)
    row = JointWork.objects.filter(pk=work_id).first()
    if row is None:
        raise NotFound("joint work")
    rows = Credit.objects.filter(work=row).select_related("member").order_by("member__name", "pk")
    asked = tuple(Asked(each.member.name, Naming(each.naming), each.named_as) for each in rows)
    return _rows([row])[0], asked


@beyond("the names under which people chose to be shown")
def made_together(_viewer: Viewer) -> tuple[WorkRow, ...]:
    """What the public reads: titles, and the names that people chose, and no other."""
    return _rows(list(JointWork.objects.order_by("-made_on", "-pk")[:MOST]))


def _rows(works: list[JointWork]) -> tuple[WorkRow, ...]:
    names: dict[int, list[str]] = defaultdict(list)
    unnamed: set[int] = set()
    for row in Credit.objects.filter(work__in=works, naming__in=[Naming.NAMED, Naming.UNNAMED]).order_by("pk"):
        if row.naming == Naming.NAMED:
            names[row.work_id].append(row.named_as)
        else:
            unnamed.add(row.work_id)
    return tuple(
        WorkRow(
            JointWorkId(row.pk), row.title, WorkKind(row.kind), row.made_on, tuple(names[row.pk]), row.pk in unnamed
        )
        for row in works
    )
