"""The questions that several forms ask alike: one of some codes; where and when an answer was given."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.statuses import Source
from kith.feeding.wording.goals import SOURCES
from kith.platform.ui.fields import DatePartsField

Code = TypeVar("Code", bound=StrEnum)
NOT_ASKED_FOR = (Source.OWN_PAGE, Source.UNSTATED)


def code_field(label: Any, codes: Mapping[Code, Promise], unanswered: Any) -> forms.TypedChoiceField:
    """One of these codes, to tick; what was chosen comes back as the code itself."""
    return forms.TypedChoiceField(
        label=label,
        choices=list(codes.items()),
        coerce=type(next(iter(codes))),
        widget=forms.RadioSelect,
        error_messages={"required": unanswered},
    )


def source_field() -> forms.TypedChoiceField:
    """Where a worker has the answer from."""
    asked = {source: words for source, words in SOURCES.items() if source not in NOT_ASKED_FOR}
    return code_field(_("Where does the answer come from?"), asked, _("Choose where the answer comes from"))


def asked_on_field() -> DatePartsField:
    """The day on which a worker asked."""
    return DatePartsField(
        label=_("When did you ask?"), error_messages={"required": _("Enter the day on which you asked")}
    )
