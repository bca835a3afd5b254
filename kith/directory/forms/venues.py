"""Everything that is said of a venue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.directory.queries.listing import KeptVenue
from kith.directory.rules.codes import Feature
from kith.directory.rules.listed import ListedVenue, texts_after
from kith.directory.rules.place import kilometres_between
from kith.directory.words import FEATURE_WORDS
from kith.kernel import clock, postcode
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.places.queries import Precision, locate, this_place
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm

FARTHEST_KM = 150.0
ALIKE = ("name", "address", "postcode", "lon", "lat")
"""What is kept as it is entered."""
OTHERS = tuple(each for each in INTERFACE_LANGUAGES if each != ENGLISH)
_NO_NUMBER = {"invalid": _("Enter a number, like 52.0407")}


class VenueForm(RefusableForm):
    """Name, address, the point on the map, and how to get there in every language."""

    name = TextField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the name")})
    address = TextField(
        label=_("Street and area"),
        help_text=_("For example: Farthing Grove, Netherfield."),
        max_length=200,
        error_messages={"required": _("Enter the address")},
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=12,
        widget=forms.TextInput({"spellcheck": "false"}),
        error_messages={"required": _("Enter the postcode")},
    )
    lat = forms.FloatField(
        label=_("Latitude"),
        help_text=_("Only where we do not know the postcode. A long press on an online map shows both numbers."),
        required=False,
        error_messages=_NO_NUMBER,
    )
    lon = forms.FloatField(label=_("Longitude"), required=False, error_messages=_NO_NUMBER)
    features = forms.MultipleChoiceField(
        label=_("How is it there?"),
        choices=list(FEATURE_WORDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    getting_there = TextField(label=_("Getting there"), max_length=400, required=False)
    is_checked = forms.BooleanField(label=_("I have looked at all of it today, and it is right"), required=False)
    request_key = RequestKeyField(required=False)

    def __init__(self, kept: KeptVenue | None, given: Any = None) -> None:
        super().__init__(given, initial=_initial(kept))
        self.kept = kept
        said = kept.venue.getting_there if kept else {}
        for language in OTHERS:
            self.fields[f"getting_there_{language.code}"] = TextField(
                label=language.own_name, max_length=800, required=False, initial=said.get(language.code, "")
            )
            self.fields[f"getting_there_{language.code}"].widget.attrs.update(
                {"lang": language.code, "dir": language.direction}
            )
        del self.fields["is_checked" if kept is None else "features"]

    def other_rows(self) -> list[forms.BoundField]:
        """How to get there, in every other language."""
        return [self[f"getting_there_{language.code}"] for language in OTHERS]

    def clean_postcode(self) -> str:
        """A whole postcode in its usual spelling."""
        try:
            found = postcode.parse(self.cleaned_data["postcode"])
        except ValueError:
            found = None
        if found is None or not found.is_full:
            raise forms.ValidationError(_("Enter a whole postcode, like MK6 4HR"))
        return found.text

    def clean(self) -> dict[str, Any]:
        """Find the point on the map, from what was typed or else from the postcode."""
        data = super().clean() or {}
        if self.errors:
            return data
        point = self._typed_point(data) or _point_of(data["postcode"])
        if point is None:
            self.add_error("lat", _("We do not know exactly where this postcode is. Enter latitude and longitude."))
            return data
        place = this_place()
        if abs(point[1]) > 90 or kilometres_between(*point, place.lon, place.lat) > FARTHEST_KM:
            self.add_error("lat", _("That is far from here. Have latitude and longitude changed places?"))
        data["lon"], data["lat"] = point
        return data

    def _typed_point(self, data: dict[str, Any]) -> tuple[float, float] | None:
        lon, lat = data.get("lon"), data.get("lat")
        if lon is None or lat is None:
            return None
        was = self.kept.venue if self.kept else None
        # The point of the old postcode stood in the boxes: a new one is looked up.
        is_left_over = was is not None and data["postcode"] != was.postcode and (lon, lat) == (was.lon, was.lat)
        return None if is_left_over else (lon, lat)

    def said(self, organisation_id: OrganisationId) -> ListedVenue:
        """What was entered."""
        data = self.cleaned_data
        is_checked = self.kept is None or data["is_checked"]
        return ListedVenue(
            organisation_id=organisation_id,
            **{name: data[name] for name in ALIKE},
            checked_on=clock.today() if self.kept is None or is_checked else self.kept.venue.checked_on,
            features=self.kept.venue.features if self.kept else tuple(f for f in Feature if f in data["features"]),
            getting_there=self._getting_there(),
        )

    def _getting_there(self) -> dict[str, str]:
        english = texts_after({}, self.cleaned_data["getting_there"])
        others = {language.code: self.cleaned_data[f"getting_there_{language.code}"] for language in OTHERS}
        return {**english, **{code: text for code, text in others.items() if text}} if english else {}


def _point_of(text: str) -> tuple[float, float] | None:
    place = locate(text)
    return (place.lon, place.lat) if place and place.precision is Precision.POSTCODE else None


def _initial(kept: KeptVenue | None) -> dict[str, Any]:
    if kept is None:
        return {}
    said = kept.venue
    return {
        **{name: getattr(said, name) for name in ALIKE},
        "getting_there": said.getting_there.get("en", ""),
    }
