"""The words people read for the code lists."""

from kith.places.codes.languages import SPOKEN, SpokenLanguage
from kith.platform.ui import formats


def language_label(language: SpokenLanguage) -> str:
    """Its own name, which she looks for, and the reader's behind it: "தமிழ் (Tamil)"."""
    name = formats.language(language.code)
    return language.own_name if name.casefold() == language.own_name.casefold() else f"{language.own_name} ({name})"


def language_choices() -> list[tuple[str, str]]:
    """Code and label of every spoken language, in the reader's words."""
    return [(language.code, language_label(language)) for language in SPOKEN]
