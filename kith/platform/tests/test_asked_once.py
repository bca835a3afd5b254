"""Who may open a record is looked up once for a page that reads, and anew for everything else."""

from uuid import UUID

from kith.kernel.ids import FamilyId
from kith.platform.access import asked_once, once
from kith.platform.access.viewer import ANONYMOUS, Viewer

OURS, THEIRS = FamilyId(UUID(int=1)), FamilyId(UUID(int=2))


class Asked:
    """A decision that remembers what it was asked."""

    def __init__(self) -> None:
        self.about: list[FamilyId] = []

    def __call__(self, _viewer: Viewer, family_id: FamilyId) -> bool:
        self.about.append(family_id)
        return family_id == OURS


def test_a_page_that_reads_asks_once_for_each_family() -> None:
    asked = Asked()
    with asked_once():
        answers = [once(ANONYMOUS, family, asked) for family in (OURS, OURS, THEIRS, THEIRS, OURS)]
    assert answers == [True, True, False, False, True]
    assert asked.about == [OURS, THEIRS]


def test_the_next_page_asks_again_and_so_does_whoever_writes() -> None:
    asked = Asked()
    for _ in range(2):
        with asked_once():
            assert once(ANONYMOUS, OURS, asked)
    assert once(ANONYMOUS, OURS, asked)
    assert once(ANONYMOUS, OURS, asked)
    assert asked.about == [OURS] * 4
