"""The briefing and the case study as PDF, filled with what stands now."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from kith.files.typesetting import typeset
from kith.kernel import clock
from kith.kernel.choices.place import BRAND
from kith.kernel.languages import Language, interface_language
from kith.kernel.plan import CHAPTERS, WRITTEN, Chapter, Paper
from kith.plans.queries import aims as told
from kith.plans.queries.papers import chapter_text
from kith.plans.queries.steps import StepRow, plan
from kith.plans.voices import printable_quotes
from kith.plans.wording import plan as wording
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.papers import Block, Grid, Words, parts_of

TEMPLATE = Path(__file__).resolve().parent / "templates/plans/paper.typ"
PLUM = "#5a2350"
MOST_QUOTES = {Paper.BRIEFING: 3, Paper.CASE_STUDY: 8}


def print_paper(viewer: Viewer, paper: Paper, language: Language) -> bytes:
    """The paper in this language, which must be the active one; an empty chapter says that nothing stands yet."""
    facts = {
        "title": str(wording.PAPERS[paper]),
        "place": settings.KITH.title,
        "made_on": _("Made on %(day)s from what stood in the record of the alliance.")
        % {"day": formats.date(clock.today())},
        "colour": BRAND.now or PLUM,
        "is_tight": paper is Paper.BRIEFING,
        "chapters": [_chapter(viewer, paper, each, language) for each in CHAPTERS[paper]],
    }
    return typeset(TEMPLATE, facts, language)


def blocks_of(viewer: Viewer, paper: Paper, chapter: Chapter, lang: str) -> list[Block]:
    """What a chapter says: what was written, what the plan knows, and what other rooms bring."""
    found: list[Block] = []
    if chapter in WRITTEN and (text := chapter_text(viewer, chapter, lang=lang)):
        found += [Words(each, text.lang) for each in text.text.split("\n") if each.strip()]
    found += _OWN[chapter](viewer, paper, lang) if chapter in _OWN else ()
    for part in parts_of(paper, chapter):
        if brought := list(part.read(viewer, lang)):
            found += [Words(str(part.heading), lang, "heading")] if part.heading else []
            found += brought
    return found


def _chapter(viewer: Viewer, paper: Paper, chapter: Chapter, language: Language) -> Mapping[str, object]:
    blocks = blocks_of(viewer, paper, chapter, language.code)
    shown = blocks or [Words(_("Nothing stands here yet."), language.code)]
    return {"heading": str(wording.CHAPTERS[chapter]), "blocks": [_fact(each) for each in shown]}


def _fact(block: Block) -> Mapping[str, object]:
    if isinstance(block, Grid):
        return {"kind": "grid", "headings": list(block.headings), "rows": [list(row) for row in block.rows]}
    is_rtl = interface_language(block.lang).direction == "rtl"
    return {"kind": block.kind, "text": block.text, "lang": block.lang, "rtl": is_rtl}


def _aims(viewer: Viewer, _paper: Paper, lang: str) -> Iterable[Block]:
    for aim in told.aims(viewer, lang=lang):
        yield Words(aim.words.text, aim.words.lang, "point")
        for each in aim.shown:
            yield Words(each.line.words, lang, "below")


def _numbers(viewer: Viewer, _paper: Paper, lang: str) -> Iterable[Block]:
    """Each line once: what shows an aim stands under the aim."""
    said = {each.key for aim in told.aims(viewer, lang=lang) for each in aim.shown}
    for row in plan(viewer, lang=lang):
        for each in row.shown:
            if each.key not in said:
                said.add(each.key)
                yield Words(f"{row.name}: {each.line.words}", lang, "point")


def _next(viewer: Viewer, _paper: Paper, lang: str) -> Iterable[Block]:
    rows = [row for row in plan(viewer, lang=lang) if row.entry and row.entry.gap]
    if rows:
        yield Grid((_("Step"), _("What is missing"), _("By when")), tuple(_missing(row) for row in rows))


def _missing(row: StepRow) -> tuple[str, ...]:
    return (row.name, row.entry.gap, formats.date(row.entry.next_on, "medium")) if row.entry else ()


def _voices(viewer: Viewer, paper: Paper, lang: str) -> Iterable[Block]:
    for quote in printable_quotes(viewer, lang)[: MOST_QUOTES[paper]]:
        yield Words(quote.words, quote.lang, "quote")


def _costs(viewer: Viewer, paper: Paper, lang: str) -> Iterable[Block]:
    found = told.costs(viewer, lang=lang)
    if not found.rows:
        return
    if paper is Paper.BRIEFING:
        sums = tuple((name, _pounds(sum_)) for name, sum_ in (*found.by_strand, (_("All together"), found.total)))
        yield Grid((_("Which money"), _("A year")), sums)
        return
    rows = tuple((row.service.text, row.strand_name, _pounds(row.yearly_pounds), row.source) for row in found.rows)
    total = (_("All together"), "", _pounds(found.total), "")
    yield Grid((_("Service"), _("Which money"), _("A year"), _("Source")), (*rows, total))


def _steps(viewer: Viewer, _paper: Paper, lang: str) -> Iterable[Block]:
    said: set[str] = set()
    for row in plan(viewer, lang=lang):
        yield Words(row.name, lang, "heading")
        if row.entry:
            yield Words(row.entry.done, "en")
        for each in row.shown:
            if each.key not in said:
                said.add(each.key)
                yield Words(each.line.words, lang, "point")
        if row.entry and row.entry.gap:
            yield Words(f"{_('What is missing')}: {row.entry.gap}", lang, "below")


def _pounds(pounds: int) -> str:
    return f"£{formats.number(pounds)}"


_OWN: Mapping[Chapter, Callable[[Viewer, Paper, str], Iterable[Block]]] = {
    Chapter.AIMS: _aims,
    Chapter.NUMBERS: _numbers,
    Chapter.NEXT: _next,
    Chapter.VOICES: _voices,
    Chapter.COSTS: _costs,
    Chapter.STEPS: _steps,
}
