"""Every word of the interface, found in the source."""

from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from kith.platform.i18n import catalogue
from kith.platform.i18n.catalogue import Catalogue

PACKAGE = Path(__file__).resolve().parents[2]
MAPPING = PACKAGE.parent / "babel.cfg"
ONE = ("_", "gettext", "gettext_lazy", "gettext_noop")
MANY = ("ngettext", "ngettext_lazy")
KEYWORDS = {
    **dict.fromkeys(ONE),
    **dict.fromkeys(MANY, (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}


def template() -> Catalog:
    """A catalogue without a language: each message once, with the files it stands in."""
    with MAPPING.open() as file:
        methods, options = parse_mapping_cfg(file, str(MAPPING))  # type: ignore[no-untyped-call]
    found = Catalog()
    for name, line, message, comments, context in extract_from_dir(
        PACKAGE, methods, options, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
    ):
        found.add(message, locations=[(f"kith/{Path(name).as_posix()}", line)], auto_comments=comments, context=context)
    return found


def updated(code: str, words: Catalog) -> Catalogue:
    """The catalogue of this language with exactly these words; what was translated stays, nothing is guessed."""
    fresh = catalogue.read(code)
    fresh.update(words, no_fuzzy_matching=True, update_creation_date=False)
    return fresh


def untranslated(checked: Catalog) -> list[str]:
    """The messages that lack a translation, or one of its plural forms."""
    return [str(message.id) for message in checked if message.id and not all(_forms(message))]


def _forms(message: Message) -> list[str]:
    """The translation, or each of its plural forms; an empty one where there is none."""
    if isinstance(message.string, (list, tuple)):
        return [str(form) for form in message.string]
    return [message.string or ""]
