"""F37: wrong words of danger are noticed: every fact broken in six ways in the words of every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kith.library.rules.guard.finding import faults
from kith.library.tests.guard.harmless import edits
from kith.library.tests.guard.mutants import Mutant, mutants
from kith.library.tests.guard.named import NAMED
from kith.library.tests.guard.shown import LANGUAGES, facts, shown, words
from proof.figures import DEFAULT_SEED, Outcome, figure

MAY_SURVIVE = 0.02
HARMLESS, MAY_BE_RAISED = 100, 5


@figure("F37", claim="at least 98 % of wrong words of danger are noticed in each language; the twenty by name all are")
def run() -> Outcome:
    """Break every fact in every way in the shown words of each language that has key words; print what survives.

    Counted for each language: the twenty by name, the share that is caught, harmless edits, and the right words.
    """
    failed, blind, total = 0, 0, Counter[str]()
    for language in LANGUAGES:
        made = mutants(language, DEFAULT_SEED)
        survivors = [mutant for mutant in made if not mutant.is_caught()]
        wrong = [*_wrong(language)]
        raised = [edit for edit in edits(language, DEFAULT_SEED, HARMLESS) if edit.raised()]
        _tell(language, made, survivors, wrong, len(raised))
        total += Counter(made=len(made), survivors=len(survivors))
        failed += len(wrong) + (len(survivors) > len(made) * MAY_SURVIVE) + (len(raised) > MAY_BE_RAISED)
        blind += sum(not mutant.is_caught(numbers=False) for mutant in made if mutant.how == "number")
    caught = total["made"] - total["survivors"]
    print(f"  all: {total['made']:,} wrong words, {caught:,} caught ({caught / total['made']:.2%})")
    # Without its eye for numbers the guard misses some of them: what it catches, it catches by reading.
    return Outcome(n=len(LANGUAGES) * (len(NAMED) + 3), failed=failed, control=blind > 0)


def _wrong(language: str) -> Iterator[str]:
    """The facts that the right words do not say, and the twenty that are not noticed."""
    for fault in faults(shown(language), facts(), words(language)):
        yield f"{fault.fact}: {fault.kind}: {fault.detail}"
    for each in NAMED:
        changed, there = each.made(language)
        if not faults(changed, there, words(language)):
            yield f"not noticed: {each.name}"


def _tell(language: str, made: list[Mutant], survivors: list[Mutant], wrong: list[str], raised: int) -> None:
    ways = ", ".join(f"{how} {count}" for how, count in sorted(Counter(mutant.how for mutant in made).items()))
    checked_by = words(language).checked_by or "nobody, a machine wrote them"
    print(
        f"  {language}: {len(made)} ({ways}), caught {len(made) - len(survivors)}, survivors {len(survivors)}, "
        f"harmless edits raised {raised} of {HARMLESS}, key words checked by {checked_by}"
    )
    for mutant in survivors:
        print(f"    survives: {mutant}")
    for each in wrong:
        print(f"    {each}")
