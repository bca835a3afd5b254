"""What is asked of each role: read alike by pages and by the actions that decide by it."""

from collections.abc import Mapping
from datetime import date

from kith.education.models.requirements import Requirement
from kith.education.rules.requirements import Asked, Version, first_version, in_force
from kith.kernel.training import Training
from kith.organisations.rules import Role


def all_versions() -> Mapping[Training, list[Version]]:
    """Every version of every training, what Kith proposes to begin with where the place has set none."""
    found: dict[Training, list[Version]] = {training: [] for training in Training}
    for row in Requirement.objects.order_by("training", "version"):
        found[row.training].append(as_version(row))
    return {training: rows or [first_version(training)] for training, rows in found.items()}


def versions_of(training: Training) -> list[Version]:
    """Every version of this training."""
    rows = Requirement.objects.filter(training=training).order_by("version")
    return [as_version(row) for row in rows] or [first_version(training)]


def versions_on(day: date) -> list[Version]:
    """The version of each training that asks on this day."""
    found = (in_force(versions, day) for versions in all_versions().values())
    return [version for version in found if version]


def as_version(row: Requirement) -> Version:
    """The row as the rules know it."""
    asked = Asked(
        tuple(Role(role) for role in row.roles),
        row.needs_attendance,
        row.needs_competence,
        row.lasts_months,
        row.grace_days,
    )
    return Version(Training(row.training), row.version, row.from_on, asked)
