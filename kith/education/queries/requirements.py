"""What the place asks of each role: now, from a later day, and before."""

from dataclasses import dataclass

from kith.education.models.asked import all_versions
from kith.education.rules.requirements import Version, in_force
from kith.kernel import clock
from kith.kernel.training import Training
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class AskedRow:
    """A training: the version that asks today, one that will, and those that ask no more."""

    training: Training
    now: Version | None
    later: Version | None
    earlier: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that a next one would follow."""
        versions = [*self.earlier, *([self.now] if self.now else []), *([self.later] if self.later else [])]
        return max(versions, key=lambda each: each.number)


def asked_rows(viewer: Viewer) -> tuple[AskedRow, ...]:
    """Every training with its versions."""
    access.require(viewer, Permission.SEE_EDUCATION)
    today = clock.today()
    rows = []
    for training, versions in all_versions().items():
        now = in_force(versions, today)
        later = [each for each in versions if each.from_on > today]
        earlier = tuple(each for each in versions if each.from_on <= today and each != now)
        rows.append(AskedRow(training, now, later[-1] if later else None, earlier))
    return tuple(rows)


def asked_row(viewer: Viewer, training: Training) -> AskedRow:
    """One of them."""
    return next(row for row in asked_rows(viewer) if row.training is training)
