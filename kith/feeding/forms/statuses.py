"""Asking how a baby is fed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.feeding.forms.answers import asked_on_field, code_field, source_field
from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin
from kith.feeding.wording.first_feed import AT_DISCHARGE, AT_FIRST_FEED, FIRST_FEEDS
from kith.feeding.wording.statuses import FEEDING
from kith.platform.ui.refusals import RefusableForm

NOT_KNOWN = "not_known"


class FeedingForm(RefusableForm):
    """One question, how the answer came, and the day it was asked, today unless said otherwise."""

    status = code_field(
        _("The baby is"),
        {status: meaning.name for status, meaning in FEEDING.items()},
        _("Choose how the baby is fed"),
    )
    source = source_field()
    asked_on = asked_on_field()

    @property
    def hints(self) -> dict[str, Any]:
        """What counts as each answer."""
        return {status: meaning.definition for status, meaning in FEEDING.items()}

    @property
    def answer(self) -> dict[str, Any]:
        """What was answered, by the names of the action."""
        return self.cleaned_data


class DischargeForm(FeedingForm):
    """The same question in the categories of discharge."""

    status = code_field(_("On leaving maternity care the baby had"), AT_DISCHARGE, _("Choose how the baby was fed"))


class FirstFeedForm(FeedingForm):
    """What the first feed was, by its code in the maternity data set, and skin to skin within the hour."""

    status = forms.TypedChoiceField(
        label=_("The first feed was"),
        choices=[*FIRST_FEEDS.items(), (NOT_KNOWN, AT_FIRST_FEED[Feeding.UNKNOWN])],
        coerce=lambda chosen: None if chosen == NOT_KNOWN else FirstFeed(chosen),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the first feed was")},
    )
    skin_to_skin = code_field(
        _("Skin to skin within an hour of the birth?"),
        {SkinToSkin.YES: _("Yes"), SkinToSkin.NO: _("No"), SkinToSkin.NOT_KNOWN: _("Not known")},
        _("Choose whether they were skin to skin"),
    )
    field_order = ("status", "skin_to_skin", "source", "asked_on")

    @property
    def hints(self) -> dict[str, Any]:
        """The codes need no explaining."""
        return {}

    @property
    def answer(self) -> dict[str, Any]:
        """The code of the first feed, and what it says in the words of every milestone."""
        code: FirstFeed | None = self.cleaned_data["status"]
        return self.cleaned_data | {"first_feed": code, "status": code.status if code else Feeding.UNKNOWN}


def form_at(milestone: Milestone) -> type[FeedingForm]:
    """The form by which this milestone is asked."""
    forms_by = {Milestone.FIRST_FEED: FirstFeedForm, Milestone.DISCHARGE: DischargeForm}
    return forms_by.get(milestone, FeedingForm)
