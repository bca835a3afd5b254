"""Saying an answer or a page in another language, and who has checked it."""

from dataclasses import dataclass

from kith.kernel import clock
from kith.kernel.languages import ENGLISH, is_interface_language
from kith.kernel.refusal import Refusal
from kith.library.models.pages import AdvicePage, PageTranslation
from kith.library.models.statements import Statement, StatementTranslation
from kith.platform import access, audit, freshness
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@dataclass(frozen=True)
class PageInLanguage:
    """A page's own words in another language."""

    title: str
    summary: str
    headings: tuple[str, ...]
    notes: tuple[str, ...] = ()


@action
def translate_statement(
    *, by: Actor, key: str, language: str, text: str, easy_text: str = "", checked_by: str = ""
) -> None:
    """Write the answer down in this language, of the words that stand now, naming who checked it, if checked."""
    access.require(by, Permission.MANAGE_LIBRARY)
    _allow(language, text, *filter(None, [easy_text]))
    row = Statement.objects.locked(key)
    if row is None:
        raise NotFound("statement")
    current = row.wordings.current().first()
    if current is None:
        raise Refusal("nothing_to_translate")
    StatementTranslation.objects.update_or_create(
        statement=row,
        language=language,
        defaults={
            "of_wording": current,
            "text": text,
            "easy_text": easy_text,
            "is_machine_drafted": False,
            **_checked(checked_by),
        },
    )
    audit.record(by, "library.statement_translated", row, key=key, language=language, is_checked=bool(checked_by))
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


@action
def translate_page(*, by: Actor, slug: str, language: str, words: PageInLanguage, checked_by: str = "") -> None:
    """Write the page's own words down in this language, naming who checked them, if checked."""
    access.require(by, Permission.MANAGE_LIBRARY)
    _allow(language, words.title, words.summary, *words.headings, *filter(None, words.notes))
    row = AdvicePage.objects.locked(slug)
    if row is None:
        raise NotFound("page")
    noted = [bool(section.note) for section in row.sections.all()]
    notes = words.notes or ("",) * len(noted)
    if len(words.headings) != len(noted) or [bool(note) for note in notes] != noted:
        raise Refusal("words_incomplete")
    PageTranslation.objects.update_or_create(
        page=row,
        language=language,
        defaults={
            "of_version": row.version,
            "title": words.title,
            "summary": words.summary,
            "headings": list(words.headings),
            "notes": list(notes),
            "is_machine_drafted": False,
            **_checked(checked_by),
        },
    )
    audit.record(by, "library.page_translated", row, slug=slug, language=language, is_checked=bool(checked_by))
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


def _allow(language: str, *texts: str) -> None:
    if language == ENGLISH.code or not is_interface_language(language):
        raise NotFound("language")
    if not all(text.strip() for text in texts):
        raise Refusal("words_incomplete")
    keep_to_the_code(*texts)


def _checked(name: str) -> dict[str, object]:
    name = name.strip()
    return {"checked_by": name, "checked_on": clock.today() if name else None, "written_at": clock.now()}
