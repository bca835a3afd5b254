"""Translations that come as files: they count as drafted by a machine until a speaker of the language checks them."""

from collections.abc import Iterable

from kith.kernel import clock
from kith.library.models.pages import AdvicePage, PageTranslation
from kith.library.models.statements import Statement, StatementTranslation, Wording
from kith.library.rules.starter import TranslatedPage


def write_drafts(language: str, pages: Iterable[TranslatedPage]) -> int:
    """Write what is not there yet, and mend drafts no speaker has checked; returns how many texts were written."""
    pages = list(pages)
    return _statements(language, pages) + _pages(language, pages)


def _statements(language: str, pages: list[TranslatedPage]) -> int:
    texts = {key: (text, page.easy.get(key, "")) for page in pages for key, text in page.texts.items()}
    ids = dict(Statement.objects.filter(key__in=texts).values_list("key", "pk"))
    # The last of each counts: the words that stand, or else the newest, which wait.
    wordings = {
        row.statement_id: row
        for row in Wording.objects.filter(statement__in=ids.values()).order_by("is_current", "number")
    }
    there = {row.statement_id: row for row in StatementTranslation.objects.filter(language=language)}
    now, written = clock.now(), []
    for key, text in texts.items():
        pk = ids[key]
        row = there.get(pk) or StatementTranslation(statement_id=pk, language=language)
        if row.checked_by or not row.is_machine_drafted or (row.text, row.easy_text) == text:
            continue
        row.text, row.easy_text = text
        row.of_wording, row.written_at = wordings[pk], now
        written.append(row)
    # First the known ones: a row that has been created is known too.
    StatementTranslation.objects.bulk_update(
        [row for row in written if row.pk is not None], ["text", "easy_text", "of_wording", "written_at"]
    )
    StatementTranslation.objects.bulk_create([row for row in written if row.pk is None])
    return len(written)


def _pages(language: str, pages: list[TranslatedPage]) -> int:
    rows = {row.slug: row for row in AdvicePage.objects.filter(slug__in=[page.slug for page in pages])}
    there = {row.page_id: row for row in PageTranslation.objects.filter(language=language)}
    now, written = clock.now(), []
    for page in pages:
        known = rows[page.slug]
        row = there.get(known.pk) or PageTranslation(page=known, language=language)
        words = (page.title, page.summary, list(page.headings), list(page.notes))
        there_now = (row.title, row.summary, row.headings, row.notes)
        if row.checked_by or not row.is_machine_drafted or there_now == words:
            continue
        row.title, row.summary, row.headings, row.notes = words
        row.of_version, row.written_at = known.version, now
        written.append(row)
    PageTranslation.objects.bulk_update(
        [row for row in written if row.pk is not None],
        ["title", "summary", "headings", "notes", "of_version", "written_at"],
    )
    PageTranslation.objects.bulk_create([row for row in written if row.pk is None])
    return len(written)
