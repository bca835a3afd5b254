"""Who comes along with a family, and what would make it easy. Pure."""

from dataclasses import dataclass

from kith.families.rules.codes import InterpreterNeed
from kith.groups.rules.reminders import Reminders


@dataclass(frozen=True)
class Needs:
    """What is asked once, and remembered for the next booking of a family that signs in."""

    places: int = 1
    co_parent: bool = False
    babies: int = 1
    older_children: int = 0
    wants_creche: bool = False
    interpreter_need: InterpreterNeed = InterpreterNeed.NOT_ASKED
    interpreter_language: str = ""
    access_needs: str = ""
    reminders: Reminders = Reminders.DAY_BEFORE

    @property
    def children_in_creche(self) -> int:
        """How many children the crèche is to have: all the older ones, or the baby where there are none."""
        return max(1, self.older_children) if self.wants_creche else 0
