"""The table of releases: what was made public of a quarter, as it was, and by which role."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import connection, models
from django.db.models import Q

from kith.insight.rules.frozen import thawed
from kith.insight.rules.releases import Shown
from kith.kernel.quarter import Quarter
from kith.organisations.rules import Role
from kith.platform.codes import CodeField

# The lock behind which releases are numbered and compared with all earlier ones; any number of its own will do.
RELEASES_LOCK = 0x6E756D62


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases, in the order in which they were made."""

    def locked(self) -> list["Release"]:
        """All of them, and no other is made until the transaction ends; there may be no row yet to lock."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RELEASES_LOCK])
        return self.in_order()

    def in_order(self) -> list["Release"]:
        """All of them, oldest first."""
        return list(self.order_by("pk"))


class Release(models.Model):
    """One quarter's numbers as they were made public; a correction is another edition of the same quarter.

    ``frozen`` is the text that the page and its files are made of; the database holds it to its digest.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField()
    frozen = models.TextField()
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=600)
    reason = models.CharField(max_length=600, blank=True)
    language = models.CharField(max_length=20)
    role = CodeField(Role)
    released_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "number", "edition"], name="release_one_of_an_edition"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=4), name="release_of_a_quarter"),
            models.CheckConstraint(
                condition=Q(edition=1, reason="") | (Q(edition__gt=1) & ~Q(reason="")),
                name="release_says_why_it_corrects",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="release_has_a_note"),
        ]

    def __str__(self) -> str:
        return f"{self.quarter.label}, release {self.edition}"

    @property
    def quarter(self) -> Quarter:
        """The quarter that it is of."""
        return Quarter(self.year, self.number)

    def is_of(self, quarter: Quarter, edition: int) -> bool:
        """Whether it is this edition of the quarter."""
        return (self.quarter, self.edition) == (quarter, edition)


def seen_after_each(releases: Iterable[Release]) -> list[Shown]:
    """What the public saw after each release, oldest first."""
    seen: list[Shown] = []
    for each in releases:
        seen.append({**(seen[-1] if seen else {}), each.quarter: thawed(each.frozen)[0]})
    return seen
