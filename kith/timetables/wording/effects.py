"""What a change does to families and interpreters, said before it is saved."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kith.platform.ui import formats
from kith.timetables.plans import RuleEffect
from kith.whats_on.queries.series import KeptDate
from kith.whats_on.rules.changes import ChangeEffect

CONFIRMATIONS = {
    "series_added": _("The series is added. Say now when it takes place."),
    "series_changed": _("The series is changed, on every page at once."),
    "series_ended": _("The series ends on that day."),
    "series_reopened": _("Dates can be planned for this series again."),
    "rule_added": _("The dates are planned."),
    "rule_changed": _("The rule is changed. Everybody booked on a date that changed is told."),
    "rule_ended": _("The dates to come are called off. Everybody booked is told."),
    "date_added": _("The date is planned."),
    "date_changed": _("The date is changed. Everybody booked is told."),
    "copied": _("The dates of the new term are planned."),
    "term_added": _("The term is added."),
    "term_changed": _("The term is changed. Dates that are planned already stay as they are."),
    "terms_followed": _("The dates follow the terms again. Everybody booked on a date that changed is told."),
    "term_removed": _("The term is taken away. Dates that are planned already stay as they are."),
}


def told(count: int) -> str:
    """How many families are told."""
    words = ngettext(
        "%(num)s family that has a place or waits for one is told at once, in the language they read.",
        "%(num)s families that have a place or wait for one are told at once, in the language they read.",
        count,
    )
    return words % {"num": formats.number(count)}


def losing(count: int) -> str:
    """How many families lose their places."""
    words = ngettext(
        "%(num)s family loses the place they booked. Call them first if you can.",
        "%(num)s families lose the places they booked. Call them first if you can.",
        count,
    )
    return words % {"num": formats.number(count)}


def stranded(count: int) -> str:
    """How many families could not come as they planned."""
    words = ngettext(
        "%(num)s family could not come as planned: they have booked something else then, or lose an interpreter or a"
        " crèche place.",
        "%(num)s families could not come as planned: they have booked something else then, or lose an interpreter or a"
        " crèche place.",
        count,
    )
    return words % {"num": formats.number(count)}


def held(count: int) -> str:
    """How many visitors who have places kept see the new time."""
    words = ngettext(
        "%(num)s place is kept for a person who has not confirmed yet. Their page says what has changed.",
        "%(num)s places are kept for people who have not confirmed yet. Their page says what has changed.",
        count,
    )
    return words % {"num": formats.number(count)}


def interpreters(count: int) -> str:
    """How many interpreters are told."""
    words = ngettext("%(num)s interpreter is told.", "%(num)s interpreters are told.", count)
    return words % {"num": formats.number(count)}


def lines_of(effect: ChangeEffect) -> Iterator[str]:
    """What the change of one date does, the gravest first."""
    if effect.stranded_count:
        yield stranded(effect.stranded_count)
    if count := effect.told_count + effect.waiting_count:
        yield told(count)
    if effect.held_count:
        yield held(effect.held_count)
    if effect.interpreter_count:
        yield interpreters(effect.interpreter_count)


def lines_of_rule(effect: RuleEffect) -> Iterator[str]:
    """What the change of a rule does, the gravest first."""
    if effect.losing_count:
        yield losing(effect.losing_count)
    if effect.stranded_count:
        yield stranded(effect.stranded_count)
    if effect.told_count:
        yield told(effect.told_count)
    if effect.interpreter_count:
        yield interpreters(effect.interpreter_count)
    yield from _dates(effect)


def lines_of_ending(dates: tuple[KeptDate, ...]) -> Iterator[str]:
    """What the end of a rule does."""
    called_off = ngettext("%(num)s date is called off.", "%(num)s dates are called off.", len(dates))
    yield called_off % {"num": formats.number(len(dates))}
    if count := sum(each.booked.told_count for each in dates):
        yield told(count)
    if count := sum(each.booked.interpreter_count for each in dates):
        yield interpreters(count)


def _dates(effect: RuleEffect) -> Iterator[str]:
    altered, ended, new = len(effect.altered), len(effect.ended), len(effect.new)
    if altered:
        yield ngettext("%(num)s date changes.", "%(num)s dates change.", altered) % {"num": formats.number(altered)}
    if ended:
        yield ngettext("%(num)s date is called off.", "%(num)s dates are called off.", ended) % {
            "num": formats.number(ended)
        }
    if new:
        yield ngettext("%(num)s date is new.", "%(num)s dates are new.", new) % {"num": formats.number(new)}
    if same := effect.untouched_count:
        yield ngettext("%(num)s date stays as it is.", "%(num)s dates stay as they are.", same) % {
            "num": formats.number(same)
        }
    if own := effect.own_count:
        words = ngettext(
            "%(num)s date was changed by itself before, and stays so.",
            "%(num)s dates were changed by themselves before, and stay so.",
            own,
        )
        yield words % {"num": formats.number(own)}
