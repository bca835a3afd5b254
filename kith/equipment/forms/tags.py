"""Asking which pump it is: its tag is typed, or read on the server from a photo."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.equipment.rules.tags import LONGEST, cleaned, one_tag
from kith.files.reading_codes import codes_in
from kith.kernel.refusal import Refusal
from kith.platform.ui.refusals import RefusableForm

PICTURES = {"accept": "image/jpeg,image/png,image/webp"}


class CameraForm(RefusableForm):
    """A form that takes a tag as typed, or as a photo shows it."""

    tag = forms.CharField(
        label=_("Tag, as it stands on the pump"),
        max_length=LONGEST + 10,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
    )
    picture = forms.FileField(
        label=_("Or a photo of the tag"),
        help_text=_("The photo is read and not kept."),
        required=False,
        widget=forms.FileInput(attrs={**PICTURES, "capture": "environment"}),
        error_messages={"empty": _("This file is empty. Choose another.")},
    )
    needs_tag = True

    def clean(self) -> dict[str, Any]:
        """The tag, by whichever of the two ways it came."""
        said = super().clean() or self.cleaned_data
        try:
            said["tag"] = self._tag(said)
        except Refusal as refusal:
            self.refuse(refusal)
        return said

    def _tag(self, said: dict[str, Any]) -> str:
        if typed := cleaned(said.get("tag") or ""):
            return typed
        if picture := said.get("picture"):
            found = one_tag(codes_in(picture.read()))
            if isinstance(found, Refusal):
                raise found
            return found
        if self.needs_tag and "picture" not in self.errors:
            self.add_error("tag", _("Type the tag, or take a photo of it"))
        return ""


class CountForm(RefusableForm):
    """Tags that were seen in a stock count: typed, and read from photos of the shelves."""

    tags = forms.CharField(
        label=_("Tags, one a line"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"spellcheck": "false"}),
    )
    picture = forms.FileField(
        label=_("Or a photo of a shelf"),
        help_text=_("Every tag that can be read on it is counted. The photo is not kept."),
        required=False,
        widget=forms.FileInput(attrs={**PICTURES, "capture": "environment"}),
        error_messages={"empty": _("This file is empty. Choose another.")},
    )

    def clean(self) -> dict[str, Any]:
        """Something to count."""
        said = super().clean() or self.cleaned_data
        if not (said.get("tags") or said.get("picture") or self.errors):
            self.add_error("tags", _("Type a tag, or take a photo"))
        return said

    @property
    def seen(self) -> list[str]:
        """The tags; a Refusal where a photo shows none."""
        said = self.cleaned_data
        typed = [cleaned(each) for each in said["tags"].splitlines() if each.strip()]
        read = codes_in(said["picture"].read()) if said["picture"] else []
        if said["picture"] and not read:
            raise Refusal("picture_no_tag")
        return sorted({*typed, *(cleaned(each) for each in read)})
