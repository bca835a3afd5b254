"""The chapters of the case study as they were written."""

from dataclasses import dataclass
from datetime import date

from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, is_interface_language
from kith.kernel.plan import WRITTEN, Chapter
from kith.plans.models.papers import CaseText
from kith.plans.wording.plan import CHAPTERS
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText, in_language


@dataclass(frozen=True)
class ChapterRow:
    """A chapter that people write: in which languages it stands, and since when in English."""

    chapter: Chapter
    languages: tuple[str, ...]
    missing: tuple[str, ...]
    written_on: date | None

    @property
    def name(self) -> str:
        """What it is called."""
        return str(CHAPTERS[self.chapter])


@dataclass(frozen=True)
class ChapterToWrite:
    """One chapter in one language, with the English beside it."""

    chapter: Chapter
    language: str
    words: str
    english: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(CHAPTERS[self.chapter])


def chapters(viewer: Viewer) -> tuple[ChapterRow, ...]:
    """The chapters that people write, and where they are missing."""
    access.require(viewer, Permission.SEE_THEMES)
    texts = {(row.chapter, row.language): row for row in CaseText.objects.newest()}
    codes = [each.code for each in INTERFACE_LANGUAGES]

    def row_of(chapter: Chapter) -> ChapterRow:
        there = tuple(code for code in codes if (chapter, code) in texts)
        missing = tuple(code for code in codes if code not in there)
        english = texts.get((chapter, ENGLISH.code))
        return ChapterRow(chapter, there, missing, english.written_on if english else None)

    return tuple(row_of(each) for each in WRITTEN)


def chapter_to_write(viewer: Viewer, chapter: str, language: str) -> ChapterToWrite:
    """One of them, for those who write it."""
    access.require(viewer, Permission.MANAGE_MEETINGS)
    if chapter not in WRITTEN or not is_interface_language(language):
        raise NotFound("chapter")
    texts = _texts(Chapter(chapter))
    return ChapterToWrite(Chapter(chapter), language, texts.get(language, ""), texts.get(ENGLISH.code, ""))


def chapter_text(viewer: Viewer, chapter: Chapter, *, lang: str) -> LocalText:
    """What was written last for it, in this language or in English."""
    access.require(viewer, Permission.SEE_THEMES)
    return in_language(_texts(chapter), lang)


def _texts(chapter: Chapter) -> dict[str, str]:
    rows = CaseText.objects.filter(chapter=chapter).newest()
    return {row.language: row.words for row in rows}
