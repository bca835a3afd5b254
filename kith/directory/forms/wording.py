"""What a service says in another language, beside its English."""

from dataclasses import replace
from typing import Any

from django import forms

from kith.directory.queries.listing import KeptService
from kith.directory.rules.listed import SERVICE_TEXTS, ListedService
from kith.directory.words import TEXT_WORDS
from kith.kernel.languages import Language
from kith.platform.ui.marketing import TextField
from kith.platform.ui.refusals import RefusableForm

LONGEST = 2400
LONG_TEXTS = ("summary", "what_happens", "how_to_refer")


class ServiceWordsForm(RefusableForm):
    """A box for each of its texts; what is left empty is read in English."""

    def __init__(self, kept: KeptService, language: Language, given: Any = None) -> None:
        super().__init__(given)
        self.kept, self.language = kept, language
        for name in SERVICE_TEXTS:
            self._add(name, TEXT_WORDS[name], getattr(kept.service, name))
        for at, each in enumerate(kept.service.spoken):
            self._add(f"when_{at}", f"{each.spoken_by or each.language}: {TEXT_WORDS['when']}", each.when)

    def _add(self, name: str, label: Any, texts: Any) -> None:
        if not texts.get("en"):
            return
        written = {"lang": self.language.code, "dir": self.language.direction}
        self.fields[name] = TextField(
            label=label, required=False, max_length=LONGEST, initial=texts.get(self.language.code, ""),
            is_long=name in LONG_TEXTS,
        )  # fmt: skip
        self.fields[name].widget.attrs.update(written)

    def rows(self) -> list[tuple[forms.BoundField, str]]:
        """Each box with its English."""
        return [(self[name], self._texts(name)["en"]) for name in self.fields]

    def said(self) -> ListedService:
        """The service with these words in it."""
        service = self.kept.service
        texts: dict[str, Any] = {name: self._said(name) for name in SERVICE_TEXTS}
        spoken = tuple(replace(each, when=self._said(f"when_{at}")) for at, each in enumerate(service.spoken))
        return replace(service, spoken=spoken, **texts)

    def _texts(self, name: str) -> dict[str, str]:
        number = name.removeprefix("when_")
        return dict(self.kept.service.spoken[int(number)].when if number != name else getattr(self.kept.service, name))

    def _said(self, name: str) -> dict[str, str]:
        others = {code: text for code, text in self._texts(name).items() if code != self.language.code}
        text = self.cleaned_data.get(name, "")
        return {**others, self.language.code: text} if text else others
