"""Who an outreach programme is for. Pure."""

from dataclasses import dataclass
from datetime import date

from kith.kernel.refusal import Refusal

ETHNICITY_NOT_SAID = frozenset({"Z", "99"})


@dataclass(frozen=True)
class Communities:
    """The communities of a programme: any of these ethnic categories or languages, in these wards (or everywhere)."""

    ethnicities: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()

    def include(self, *, ethnicity: str, speaks: str, ward: str) -> bool:
        """Whether a family is of these communities as far as the record knows. A code takes in its local seconds."""
        if self.wards and ward not in self.wards:
            return False
        return self._by_language(speaks) or any(ethnicity.startswith(code) for code in self.ethnicities)

    def may_include(self, *, ethnicity: str, speaks: str, ward: str) -> bool:
        """Whether a family would perhaps count if its ethnic category had been asked or said."""
        if not self.ethnicities or self.include(ethnicity=ethnicity, speaks=speaks, ward=ward):
            return False
        return ethnicity in ETHNICITY_NOT_SAID and (not self.wards or ward in self.wards)

    def _by_language(self, speaks: str) -> bool:
        return speaks.partition("-")[0] in {language.partition("-")[0] for language in self.languages}


def check_programme(name: str, communities: Communities, *, before_birth: bool, after_birth: bool) -> Refusal | None:
    """Say why there cannot be such a programme, or None if there can."""
    if not name.strip():
        return Refusal("programme_without_name")
    if not (communities.ethnicities or communities.languages):
        return Refusal("programme_without_community")
    return None if before_birth or after_birth else Refusal("programme_without_time")


def may_enrol(
    *, is_over: bool, may_open: bool, works_in_it: bool, is_expecting: bool, has_baby: bool, before: bool, after: bool
) -> Refusal | None:
    """Say why a family cannot be enrolled, or None if it can: with its consent, by a worker of the programme."""
    if is_over:
        return Refusal("programme_over")
    if not works_in_it:
        return Refusal("not_a_worker_of_it")
    if not may_open:
        return Refusal("enrolment_needs_consent")
    fits = (before and is_expecting) or (after and has_baby)
    return None if fits else Refusal("programme_for_another_time")


def is_under_way(*, began_on: date, ended_on: date | None, today: date) -> bool:
    """Whether a programme takes families today."""
    return began_on <= today and (ended_on is None or ended_on >= today)
