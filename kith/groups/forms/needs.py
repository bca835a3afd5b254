"""What a family has told of who comes along and what would make it easy: as answers of the form, and in a few words."""

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from kith.families.rules.codes import InterpreterNeed
from kith.groups.forms.booking import ALONE, WITH_CO_PARENT, WITH_HELPER
from kith.groups.rules.places import Needs, PlaceOrder
from kith.groups.words import BABY_WORDS
from kith.platform.ui import formats


def as_initial(needs: Needs) -> dict[str, object]:
    """The answers as the form's fields have them."""
    company = WITH_CO_PARENT if needs.co_parent else WITH_HELPER
    said: dict[str, object] = {
        "places": ALONE if needs.places == 1 else company,
        "babies": str(needs.babies),
        "older_children": str(needs.older_children),
        "wants_creche": needs.wants_creche,
        "interpreter": "" if needs.interpreter_need is InterpreterNeed.NOT_ASKED else needs.interpreter_need.value,
        "access_needs": needs.access_needs,
        "reminders": needs.reminders.value,
    }
    if needs.interpreter_language:
        said["interpreter_language"] = needs.interpreter_language
    return said


def summary(needs: Needs) -> list[str]:
    """The same in a few words each, as its reader finds them before she opens the questions."""
    return [*company(needs), *_help(needs)]


def company(needs: Needs | PlaceOrder) -> Iterator[str]:
    """Who comes along, in a few words each."""
    if needs.places > 1:
        yield gettext("With the baby’s other parent, or a partner") if needs.co_parent else gettext("With a helper")
    if needs.babies > 1:
        yield str(BABY_WORDS[needs.babies])
    if needs.older_children:
        words = ngettext("%(num)s older child", "%(num)s older children", needs.older_children)
        yield words % {"num": formats.number(needs.older_children)}
    if needs.wants_creche:
        yield gettext("A place in the crèche")


def _help(needs: Needs) -> Iterator[str]:
    if needs.interpreter_language:
        yield gettext("Interpreter: %(language)s") % {"language": formats.language(needs.interpreter_language)}
    if needs.access_needs:
        yield needs.access_needs
