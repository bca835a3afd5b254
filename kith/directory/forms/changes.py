"""What an editor says to the changes of a review."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.directory.queries.change_reviews import ChangeRow, ReviewPage
from kith.directory.rules.needs import Need
from kith.directory.words import NEED_WORDS
from kith.kernel.ids import ProposedChangeId
from kith.platform.ui.refusals import RefusableForm

PUBLISH, PUBLISH_ALL, LEAVE = "publish", "publish-all", "leave"


class ChangesForm(RefusableForm):
    """Ticks beside the changes, what a new listing is for where the feed does not say, and what is done with them."""

    def __init__(self, review: ReviewPage, data: Any = None) -> None:
        super().__init__(data)
        self.review = review
        needs = [("", _("Choose what it is for")), *((need.value, NEED_WORDS[need]) for need in Need)]
        for each in review.decidable:
            self.fields[f"take_{each.id}"] = forms.BooleanField(label=each.name, required=False)
            if each.lacks_need:
                self.fields[f"need_{each.id}"] = forms.ChoiceField(
                    label=_("What is it for?"), choices=needs, required=False
                )

    def clean(self) -> dict[str, Any]:
        """Refuse a form that ticks nothing, and a listing published for nothing."""
        data = super().clean() or {}
        if self.wanted not in (PUBLISH, PUBLISH_ALL, LEAVE):
            raise forms.ValidationError(_("Choose one of the buttons at the end of the page"))
        if self.wanted != PUBLISH_ALL and not self.taken:
            raise forms.ValidationError(_("Tick the listings that you decide on"))
        if self.wanted == PUBLISH:
            for each in self._taken_rows():
                if each.lacks_need and not data.get(f"need_{each.id}"):
                    self.add_error(f"need_{each.id}", _("Choose what the listing is for, or take away its tick"))
        return data

    @property
    def wanted(self) -> str:
        """Which button was pressed."""
        return str(self.data.get("do", ""))

    @property
    def taken(self) -> list[ProposedChangeId]:
        """The changes with a tick."""
        return [each.id for each in self._taken_rows()]

    @property
    def needs(self) -> dict[ProposedChangeId, Need]:
        """What the editor said the listings are for."""
        said = {each.id: self.cleaned_data.get(f"need_{each.id}") for each in self.review.decidable}
        return {change_id: Need(need) for change_id, need in said.items() if need}

    def _taken_rows(self) -> list[ChangeRow]:
        return [each for each in self.review.decidable if self.cleaned_data.get(f"take_{each.id}")]
