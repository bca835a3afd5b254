"""What a mother is asked about the supporter that she would like: a language, and what else matters to her."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.peers.forms.own import OF_COMMUNITY, ticked
from kith.peers.rules import matching
from kith.peers.rules.codes import Gender, Lived, Times
from kith.peers.rules.matching import Wish, trait
from kith.peers.wording.codes import GENDERS, LIVED, TIMES
from kith.places.wording import language_choices
from kith.platform.ui.choices import Chooser, choice_field
from kith.platform.ui.refusals import RefusableForm

_LIVED = [(trait(matching.LIVED, each.value), LIVED[each]) for each in Lived]
_TIMES = [(trait(matching.TIMES, each.value), TIMES[each]) for each in Times]
_GENDERS = [(trait(matching.GENDER, each.value), GENDERS[each]) for each in Gender]
_COMMUNITIES = [(trait(matching.COMMUNITY, value), words) for value, words in OF_COMMUNITY]
NEAR = "near"


class WishForm(RefusableForm):
    """What matters, what must be so, and what must not be."""

    language = forms.ChoiceField(
        label=_("In which language would you like to talk?"),
        help_text=_("She must speak this language."),
        widget=Chooser,
        error_messages={"required": _("Choose an answer"), "invalid_choice": _("Choose an answer")},
    )
    matters = ticked(
        _("What would be good?"),
        [*_LIVED, *_COMMUNITIES, *_TIMES, (NEAR, _("Lives near me"))],
        hint=_("The more of it fits, the sooner a supporter is shown."),
    )
    must = ticked(_("What must be so?"), [*_GENDERS, *_TIMES], hint=_("Others are never shown to you."))
    without = ticked(
        _("What must not be?"),
        [(NEAR, _("Lives near me")), *_COMMUNITIES, *_GENDERS],
        hint=_("Others are never shown to you."),
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        choice_field(self, "language").choices = [("", ""), *language_choices()]

    def wish(self, ward: str) -> Wish:
        """What she asks for; "near" is the ward that she lives in, and says nothing where that is not known."""
        given = self.cleaned_data
        here = trait(matching.AREA, ward) if ward else ""
        spoken = {trait(matching.LANGUAGE, given["language"])} if given["language"] else set()

        def traits(words: list[str]) -> frozenset[str]:
            return frozenset(each for each in (here if word == NEAR else word for word in words) if each)

        return Wish(traits(given["must"]) | spoken, traits(given["without"]), traits(given["matters"]))


def first_of(wish: Wish | None, ward: str) -> dict[str, Any]:
    """The answers with which the questions begin: what she said before."""
    if wish is None:
        return {}
    here = trait(matching.AREA, ward)
    spoken = [each for each in wish.must if each.startswith(f"{matching.LANGUAGE}:")]

    def ticks(words: frozenset[str]) -> list[str]:
        return [NEAR if each == here else each for each in words]

    return {
        "language": matching.value_of(spoken[0]) if spoken else "",
        "matters": ticks(wish.wishes),
        "must": ticks(wish.must - frozenset(spoken)),
        "without": ticks(wish.must_not),
    }
