"""A gettext catalogue on disk: what is translated into one language, and who has checked it."""

from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser, write_po

from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, interface_language

FOLDER = Path(__file__).resolve().parents[2] / "locale"
TRANSLATED = tuple(language.code for language in INTERFACE_LANGUAGES if language != ENGLISH)
CHECKED_BY = "X-Checked-By"


class Catalogue(Catalog):
    """Babel's catalogue with a header that says who checked it, and nothing that changes from day to day."""

    checked_by = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header: no dates, no tool versions, so that two translators' work merges."""
        return [
            ("Project-Id-Version", "Kith"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            (CHECKED_BY, self.checked_by),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        self._set_mime_headers(headers)
        self.checked_by = dict(headers).get(CHECKED_BY, "")


def source(code: str) -> Path:
    """The file that translators write."""
    return FOLDER / code / "LC_MESSAGES" / "django.po"


def read(code: str) -> Catalogue:
    """The catalogue of this language; an empty one where there is none yet."""
    catalogue = Catalogue(locale=code, header_comment=_comment(code), fuzzy=False)
    if source(code).exists():
        with source(code).open(encoding="utf-8") as file:
            PoFileParser(catalogue, ignore_obsolete=True, abort_invalid=True).parse(file)
        catalogue.header_comment, catalogue.fuzzy = _comment(code), False
    return catalogue


def as_text(catalogue: Catalogue) -> bytes:
    """The catalogue as it is written: in the order of the files, without line numbers."""
    file = BytesIO()
    write_po(file, catalogue, width=100, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue().rstrip() + b"\n"


def compile_all() -> None:
    """Write beside every catalogue the form that gettext reads."""
    for code in TRANSLATED:
        if source(code).exists():
            with source(code).with_suffix(".mo").open("wb") as file:
                write_mo(file, read(code))


def _comment(code: str) -> str:
    return f"# {interface_language(code).english_name} words of Kith. How to translate: docs/translating.md"
