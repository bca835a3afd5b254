"""The words of cafés, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.cafes.queries.one_to_one import OneToOneList
from kith.cafes.rules.codes import Share, TurnState
from kith.cafes.rules.footfall import People
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

TURN_WORDS: Mapping[TurnState, Promise] = {
    TurnState.BOOKED: _("Has a time"),
    TurnState.WAITING: _("Is waiting"),
    TurnState.CALLED: _("Has been called"),
    TurnState.BEING_SEEN: _("Is being seen"),
    TurnState.SEEN: _("Has been seen"),
    TurnState.LEFT: _("Left before her turn"),
    TurnState.GIVEN_BACK: _("Gave the time back"),
}
SHARE_WORDS: Mapping[Share, Promise] = {
    Share.NONE: _("None: whoever comes is seen in turn"),
    Share.EVERY_OTHER: _("Every other time; the others are for those who walk in"),
    Share.EVERY: _("Every time"),
}
QUICK_TAPS: tuple[tuple[Promise, People], ...] = (
    (_("Parent with a baby"), People(adults=1, babies=1)),
    (_("One adult"), People(adults=1)),
    (_("Co-parent or partner"), People(co_parents=1)),
    (_("Baby"), People(babies=1)),
    (_("Brother or sister"), People(siblings=1)),
)


def people_words(people: People) -> list[str]:
    """Who came, each kind in words; kinds of which none came are left out."""
    lines = (
        (people.adults, ngettext("%(num)s adult", "%(num)s adults", people.adults)),
        (people.co_parents, ngettext("%(num)s co-parent", "%(num)s co-parents", people.co_parents)),
        (people.babies, ngettext("%(num)s baby", "%(num)s babies", people.babies)),
        (people.siblings, ngettext("%(num)s brother or sister", "%(num)s brothers and sisters", people.siblings)),
    )
    return [words % {"num": formats.number(count)} for count, words in lines if count]


def newcomers_wait(found: OneToOneList) -> str:
    """How long a person waits who comes now; before it begins, when it does."""
    if not found.card.has_begun:
        return gettext("begins at %(time)s") % {"time": formats.time(found.card.times.begins_at)}
    return wait_words(found.next_wait)


def wait_words(minutes: int) -> str:
    """How long a person still waits."""
    if minutes == 0:
        return gettext("no wait")
    words = ngettext("waiting about %(num)s minute", "waiting about %(num)s minutes", minutes)
    return words % {"num": formats.number(minutes)}


def _wanted(refusal: Refusal) -> str:
    count = int(str(refusal.facts["count"]))
    words = ngettext(
        "%(num)s person has a time or is waiting. Speak with her and take her off the list first.",
        "%(num)s people have a time or are waiting. Speak with them and take them off the list first.",
        count,
    )
    return words % {"num": formats.number(count)}


def _moves_booked(refusal: Refusal) -> str:
    count = int(str(refusal.facts["count"]))
    words = ngettext(
        "%(num)s booked time would move or be lost. Keep it, or speak with her and take her off the list first.",
        "%(num)s booked times would move or be lost. Keep them, or speak with those families first.",
        count,
    )
    return words % {"num": formats.number(count)}


REFUSALS: RefusalWords = {
    "count_nobody": Refused(_("Say how many came: at least one person")),
    "count_too_many": Refused(_("That is more than 20 of one kind at a tap. Count them in several taps")),
    "count_called_off": Refused(_("This session is called off, so nobody can be counted at it")),
    "count_before_the_day": Refused(_("This session is still to come. Count people on the day")),
    "count_too_late": Refused(_("The count of this session is closed: it is more than a week ago")),
    "count_of_another_day": Refused(_("This was counted on another day than the session’s. Look at the date")),
    "count_key_used": Refused(_("This form was sent for another session already. Open the page anew")),
    "one_to_one_length": Refused(_("Choose between 5 and 90 minutes for each talk"), "each"),
    "one_to_one_ends_before_it_starts": Refused(_("Choose an end that is after the beginning"), "until"),
    "one_to_one_outside_session": Refused(_("Choose times within the session"), "until"),
    "one_to_one_too_short": Refused(_("Not one talk fits in. Choose a later end or shorter talks"), "until"),
    "one_to_one_nobody": Refused(_("Choose somebody who works for the alliance today"), "specialist"),
    "one_to_one_wanted": Refused(_wanted),
    "one_to_one_moves_booked": Refused(_moves_booked),
    "list_called_off": Refused(_("This session is called off, and its list with it")),
    "list_of_another_day": Refused(_("This list is for the day of the session. Open it again on the day")),
    "list_over": Refused(_("The one-to-one time of this session is over")),
    "turn_no_such_time": Refused(_("This time cannot be booked. Choose another one"), "slot"),
    "turn_time_over": Refused(_("This time has passed. Choose another one"), "slot"),
    "turn_time_taken": Refused(_("Another family has this time. Choose another one"), "slot"),
    "turn_twice": Refused(_("This family is on the list already")),
    "turn_changed": Refused(_("Somebody else has moved this turn meanwhile. Look at the list again")),
    "turn_is_here": Refused(_("You are on today’s list already. Tell somebody at the café if you have to go")),
    "walk_in_before_the_day": Refused(_("This session is still to come. Note on the day that the family came")),
}
