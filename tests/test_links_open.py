"""What the desk shows to a person at work opens for that person, and asks without having answered itself."""

from tests.access.links import answered_beforehand, closed_links, shown_at_the_desk
from tests.access.world import World

FACTS: frozenset[str] = frozenset()
"""Questions that begin with a fact which the house knows already: a language, a day, who asks."""
EDITS: frozenset[str] = frozenset()
"""Pages that change an answer: they begin with the one that stands."""


def test_each_link_opens_for_whom_it_is_shown_to_and_no_question_is_answered_beforehand(world: World) -> None:
    found = shown_at_the_desk(world)
    answered = {(page, name) for page, name in found.answered if page not in EDITS and name not in FACTS}
    assert (found.broken, found.closed, answered) == (set(), set(), set())
    assert found.pages > 200


def test_the_control_a_link_to_a_page_of_others_is_noticed() -> None:
    page = '<a href="/desk/audit/">The audit</a> <a href="/desk/today/">Today</a>'
    assert list(closed_links("midwife", page)) == ["audit"]


def test_the_control_an_answer_chosen_beforehand_is_noticed() -> None:
    page = (
        '<input type="radio" name="a" value="x"><input type="radio" name="b" value="y" checked>'
        '<select name="c"><option value="">-</option><option value="1">One</option></select>'
        '<select name="d"><option value="1">One</option></select>'
        '<select name="e"><option value="">-</option><option value="1" selected>One</option></select>'
    )
    assert list(answered_beforehand(page)) == ["b", "d", "e"]
