"""F33: small errors put into rules, the access gate and disclosure control are noticed by the tests of their room."""

from __future__ import annotations

from collections.abc import Sequence

from proof.covered import covered_by
from proof.figures import DEFAULT_SEED, Outcome, figure
from proof.floors import floors
from proof.measured import GROUPS, files
from proof.mutation.court import survivors
from proof.mutation.mutants import Mutant, function_line, sampled, written
from testing.machine import ROOT

TRIED = {"rules": 460, "access": 80, "suppress": 160}
SHOWN = 25
PLANTED_IN = "kith/groups/rules/places.py"
UNTESTED = "\n\ndef untested(places: int) -> int:\n    return places - 1\n"


@figure(
    "F33",
    claim="at least 85 % of small errors in rules, access and disclosure control are noticed by their room's tests",
)
def run() -> Outcome:
    """Try a sample of the mutants of each group; print those that survive."""
    chosen = {group: sampled(files(*GROUPS[group]), n, DEFAULT_SEED) for group, n in TRIED.items()}
    tried = [mutant for mutants in chosen.values() for mutant in mutants]
    with covered_by("kith", with_tests=True) as covered:
        survived = set(survivors([*tried, *noticed(), *unnoticed()], covered))
    missing = sum(_told(group, mutants, survived) for group, mutants in chosen.items())
    control = survived.isdisjoint(noticed()) and survived.issuperset(unnoticed())
    return Outcome(n=len(tried), failed=missing, control=control)


def noticed() -> list[Mutant]:
    """Two errors that the tests of bookings are known to notice: one in a function, one in a number above them."""
    return [_planted("self.capacity - self", "self.capacity + self"), _planted("FEW_PLACES = 6", "FEW_PLACES = 8")]


def unnoticed() -> list[Mutant]:
    """A function that no test runs, in each of the two ways of putting it in: all the tests of bookings must pass."""
    source = (ROOT / PLANTED_IN).read_text()
    line = source[: source.index("session.places_left <")].count("\n") + 1
    return [
        Mutant(PLANTED_IN, line, "", UNTESTED.strip(), source + UNTESTED, within)
        for within in (function_line(source, line), 0)
    ]


def _planted(before: str, after: str) -> Mutant:
    source = (ROOT / PLANTED_IN).read_text()
    if made := written(PLANTED_IN, source, source.replace(before, after)):
        return made
    raise ValueError(f"{before} does not stand in {PLANTED_IN} any more")


def _told(group: str, mutants: Sequence[Mutant], survived: set[Mutant]) -> int:
    """Print what became of a group; how many more would have had to be noticed."""
    alive = [mutant for mutant in mutants if mutant in survived]
    wanted = floors().mutants[group]
    killed = len(mutants) - len(alive)
    share = 100 * killed / len(mutants)
    print(
        f"  {group}: {len(mutants)} tried, {killed} noticed ({share:.1f} %; at least {wanted:g} %), seed {DEFAULT_SEED}"
    )
    for mutant in alive[:SHOWN]:
        print(f"    survives: {mutant}")
    if len(alive) > SHOWN:
        print(f"    and {len(alive) - SHOWN} more")
    return max(0, -int(-len(mutants) * wanted // 100) - killed)
