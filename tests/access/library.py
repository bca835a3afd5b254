"""The library of the small place, and its acts, each done once."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.library.actions import starter
from kith.library.actions.starter import load_starter, stock_library
from kith.library.actions.statements import approve_wording, confirm_statement, propose_wording, withdraw_statement
from kith.library.actions.telling import look_through_library
from kith.library.actions.translating import PageInLanguage, translate_page, translate_statement
from kith.library.actions.voices import remove_voice
from kith.library.models.statements import Statement
from kith.library.tests import world as small
from kith.library.tests.world import BY, NAPPIES, SLUG, WEIGHT, Two
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.rules import OrganisationKind

Act = Callable[[], object]
WEIGHED = "Most babies are back at their birth weight by two weeks."


def a_library(ours: OrganisationId, theirs: OrganisationId) -> dict[str, str]:
    """One page with two answers that both organisations approved; what addresses of the library ask for."""
    two = Two(ours, theirs)
    small.say(two, NAPPIES, "Six heavy wet nappies a day are a good sign.")
    small.say(two, WEIGHT, WEIGHED)
    small.a_page(NAPPIES, WEIGHT, urgent=True)
    small.a_page_of_signs(two)
    voice = small.read_aloud(WEIGHT, "en", WEIGHED)
    return {
        "slug": SLUG,
        "statement_key": NAPPIES,
        "text_language": "ro",
        "subject": "baby",
        "leaflet_size": "a5",
        "voice_id": str(voice),
    }


def _two(world: Any) -> Two:
    first, second = sorted({each.organisation_id for each in world.families["shared"].consents})
    return Two(first, second)


def _proposed(world: Any) -> Act:
    propose_wording(by=BY, key=NAPPIES, words=small.words("Other words."))
    return lambda: approve_wording(by=BY, key=NAPPIES, number=2, organisation_id=_two(world).hospital)


def _past_review(_world: Any) -> Act:
    Statement.objects.filter(key=NAPPIES).update(review_by=clock.today() - timedelta(days=1))
    return lambda: look_through_library(by=BY)


def _partners() -> None:
    add_organisation(by=BY, name="The hospital", kind=OrganisationKind.HOSPITAL)
    add_organisation(by=BY, name="The council", kind=OrganisationKind.COUNCIL)


def _stocked(_world: Any) -> Act:
    _partners()
    return lambda: stock_library(by=BY, approved=True)


def _loaded(_world: Any) -> Act:
    _partners()
    return lambda: load_starter(Path(starter.STARTER), lambda _done, _total: None)


ACTS: dict[str, Callable[[Any], Act]] = {
    "library.add_statement": lambda world: lambda: small.propose(_two(world), "enough-milk.stools", "Soft and yellow."),
    "library.propose_wording": lambda _: lambda: propose_wording(by=BY, key=NAPPIES, words=small.words("Other words.")),
    "library.approve_wording": _proposed,
    "library.confirm_statement": lambda _: (
        lambda: confirm_statement(by=BY, key=NAPPIES, review_by=clock.today() + timedelta(days=300))
    ),
    "library.check_signs": lambda _: small.check,
    "library.withdraw_statement": lambda _: (
        lambda: withdraw_statement(by=BY, key=NAPPIES, why="The guidance has changed.")
    ),
    "library.write_page": lambda _: lambda: small.a_page(WEIGHT, slug="weight"),
    "library.translate_statement": lambda _: (
        lambda: translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.")
    ),
    "library.translate_page": lambda _: (
        lambda: translate_page(
            by=BY, slug=SLUG, language="ro", words=PageInLanguage("Lapte", "Cum vă dați seama.", ("Semne",))
        )
    ),
    "library.add_voice": lambda _: lambda: small.read_aloud(WEIGHT, "en", WEIGHED),
    "library.remove_voice": lambda _: lambda: remove_voice(by=BY, key=WEIGHT, language="en"),
    "library.stock_library": _stocked,
    "library.load_starter": _loaded,
    "library.look_through_library": _past_review,
}
