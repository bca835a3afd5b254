"""The words of settings and of an administrator's link."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.kernel import phone
from kith.kernel.choices import Kind, PlaceSetting, Unit
from kith.kernel.choices.place import MAIL, MAIL_AND_NOTIFY
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

GROUPS: Mapping[str, Promise] = {
    "place": _("The place"),
    "maternity": _("Maternity unit"),
    "safeguarding": _("Keeping children and visitors safe"),
    "programme": _("The national programme"),
    "messages": _("Messages"),
    "colour": _("Colours"),
    "caseloads": _("Who leads whom"),
    "contacts": _("New faces"),
    "courses": _("Courses"),
    "interpreting": _("Interpreters"),
    "hub_days": _("Days without internet"),
    "tasks": _("Next steps"),
    "groups": _("Groups"),
    "welcome": _("Welcome at our venues"),
    "missed": _("Why families could not come"),
    "files": _("Photos and recordings"),
    "cafes": _("Cafés"),
    "listening": _("What parents tell us"),
    "equipment": _("Breast pumps"),
    "bundles": _("Safer-sleep bundles"),
    "panels": _("Panels of parents"),
    "peers": _("Peer supporters"),
    "plans": _("The plan"),
    "emergency": _("Opening in an emergency"),
    "directory": _("Listings"),
    "education": _("Training"),
    "insight": _("Published numbers"),
    "numbers": _("Small numbers"),
}
OPTIONS: Mapping[str, Promise] = {
    MAIL_AND_NOTIFY: _("E-mail by our mail server, texts by GOV.UK Notify"),
    MAIL: _("E-mail alone: no texts are sent"),
}


def _said(words: str, _refusal: Refusal) -> str:
    return words


# What the operator alone reads, in English like all that commands say.
AT_THE_COMMAND_LINE: Mapping[str, str] = {
    "place_there_already": "A place has begun in this database already.",
    "demonstration_there": (
        "This database holds the demonstration. Take it away first: kith place remove-demonstration"
    ),
    "database_in_use": "There are organisations or accounts in this database already: name an empty one.",
    "no_demonstration_there": "This database holds no demonstration: nothing was taken away.",
    "place_is_running": "The place is running. Stop it first: no worker and no web server may be at work.",
}
REFUSALS: RefusalWords = {
    "setting_not_a_number": Refused(_("Enter a number in digits"), "value"),
    "setting_out_of_range": Refused(lambda refusal: _out_of_range(refusal.facts), "value"),
    "setting_too_long": Refused(_("Make it shorter: at most 200 letters"), "value"),
    "setting_not_a_number_to_ring": Refused(
        _("Enter a telephone number of the United Kingdom, like 01908 996 471"), "value"
    ),
    "setting_not_a_page": Refused(_("Enter the whole address of a page, with https:// at its beginning"), "value"),
    "setting_not_a_colour": Refused(_("Enter # and six signs from 0 to 9 and a to f, like #5b2150"), "value"),
    "setting_not_yes_or_no": Refused(_("Choose yes or no"), "value"),
    "setting_not_an_option": Refused(_("Choose from what is offered"), "value"),
    "colour_not_readable": Refused(lambda refusal: _too_close(refusal.facts), "value"),
    "setting_needs_a_reason": Refused(_("Say why"), "why"),
    "setting_changed_meanwhile": Refused(
        _("Somebody has changed this since you opened the page. What holds now stands below: look again, and choose.")
    ),
    "administrator_link_unknown": Refused(
        _("This link opens nothing: it is not whole, or a newer one has taken its place. Look for the newest, or ask.")
    ),
    "administrator_link_used": Refused(_("This link has been used. It opens once.")),
    "administrator_link_late": Refused(_("This link was good for 24 hours, and they are over.")),
    "no_such_administrator": Refused(lambda refusal: _no_administrator(refusal.facts)),
    **{code: Refused(partial(_said, words)) for code, words in AT_THE_COMMAND_LINE.items()},
}


def value_words(setting: PlaceSetting[Any], value: Any) -> str:
    """A value as people read it."""
    if setting.kind is Kind.COLOUR and not value:
        return gettext("Kith's own")
    # Where 0 is the default it stands for nothing said: nobody means no births, or a week before the first.
    if value in ("", ()) or (setting.kind is Kind.WHOLE and value == setting.default == 0):
        return gettext("Not said")
    write = _WRITERS.get(setting.kind)
    return write(value) if write else _counted(setting.unit, value) if setting.kind is Kind.WHOLE else str(value)


def _counted(unit: Unit, value: int) -> str:
    count = _UNITS.get(unit)
    return count(value) % {"count": formats.number(value)} if count else formats.number(value)


def _out_of_range(facts: Mapping[str, Any]) -> str:
    said = {"least": formats.number(facts["least"]), "most": formats.number(facts["most"])}
    return gettext("Enter a number from %(least)s to %(most)s") % said


def _too_close(facts: Mapping[str, Any]) -> str:
    return gettext("This colour cannot be read: %(pairs)s") % {"pairs": facts["words"]}


def _no_administrator(facts: Mapping[str, Any]) -> str:
    if not facts["known"]:
        return "No administrator with an e-mail address works here today."
    return f"Say for which administrator, with --email. There are: {facts['known']}"


_UNITS: Mapping[Unit, Callable[[int], str]] = {
    Unit.HOURS: lambda n: ngettext("%(count)s hour", "%(count)s hours", n),
    Unit.DAYS: lambda n: ngettext("%(count)s day", "%(count)s days", n),
    Unit.MINUTES: lambda n: ngettext("%(count)s minute", "%(count)s minutes", n),
    Unit.WEEKS: lambda n: ngettext("%(count)s week", "%(count)s weeks", n),
    Unit.FAMILIES: lambda n: ngettext("%(count)s family", "%(count)s families", n),
    Unit.PEOPLE: lambda n: ngettext("%(count)s person", "%(count)s people", n),
    Unit.SEARCHES: lambda n: ngettext("%(count)s search", "%(count)s searches", n),
}
_WRITERS: Mapping[Kind, Callable[[Any], str]] = {
    Kind.PHONE: phone.spoken,
    Kind.SHARE: formats.percent,
    Kind.YES_NO: lambda value: gettext("Yes") if value else gettext("No"),
    Kind.ONE_OF: lambda value: str(OPTIONS.get(value, value)),
    Kind.SOME_OF: lambda codes: ", ".join(interface_language(code).own_name for code in codes),
}
