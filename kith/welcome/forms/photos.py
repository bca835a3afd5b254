"""Adding a photo of a venue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kith.files.settings import MOST_MEGABYTES
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.platform.ui.fields import RequestKeyField
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm
from kith.welcome.actions.photos import NewPhoto
from kith.welcome.rules.codes import Agreement
from kith.welcome.wording.criteria import AGREEMENTS

OTHERS = tuple(each for each in INTERFACE_LANGUAGES if each != ENGLISH)
MEGABYTE = 1024 * 1024
LONGEST_ALT = 200


class PhotoForm(RefusableForm):
    """The photo, what is seen on it, and who has agreed."""

    request_key = RequestKeyField(required=False)
    picture = forms.FileField(
        label=_("Photo"),
        help_text=_("We keep it smaller, and without the place and the time at which it was taken."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={
            "required": _("Choose a photo"),
            "empty": _("This file is empty. Choose another."),
            "missing": _("Choose a photo"),
            "invalid": _("Choose a photo"),
        },
    )
    alt = TextField(
        label=_("What is to be seen on it?"),
        help_text=_(
            "In English, for somebody who cannot see it. For example: a bright room with sofas and a play mat."
        ),
        max_length=LONGEST_ALT,
        error_messages={"required": _("Describe the photo for somebody who cannot see it")},
    )
    agreement = forms.ChoiceField(
        label=_("Can anybody be recognised in it?"),
        choices=[(each.value, words) for each, words in AGREEMENTS.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whether those who can be recognised have agreed. Without that the photo is not shown.")
        },
    )
    agreed_words = forms.CharField(
        label=_("Who has agreed, and when?"),
        help_text=_("For example: both mothers, in writing, on 3 March 2026. Only editors read it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        for language in OTHERS:
            box = TextField(label=language.own_name, max_length=2 * LONGEST_ALT, required=False)
            box.widget.attrs.update({"lang": language.code, "dir": language.direction})
            self.fields[f"alt_{language.code}"] = box

    def other_rows(self) -> list[forms.BoundField]:
        """What is seen on it, in every other language."""
        return [self[f"alt_{language.code}"] for language in OTHERS]

    @property
    def photo(self) -> NewPhoto:
        """What was entered. Of a file that is too large no more is read than shows that it is."""
        data = self.cleaned_data
        others = {language.code: data[f"alt_{language.code}"] for language in OTHERS}
        return NewPhoto(
            content=data["picture"].read(MOST_MEGABYTES.now * MEGABYTE + 1),
            alt={"en": data["alt"], **{code: text for code, text in others.items() if text}},
            agreement=Agreement(data["agreement"]),
            agreed_words=data["agreed_words"],
        )
