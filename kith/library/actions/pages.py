"""Putting a page together: a title, a summary, headings, and under each the keys of what is said there."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from kith.kernel.danger import Level, Subject
from kith.kernel.refusal import Refusal
from kith.library.models.pages import AdvicePage, AdviceSection, Citation
from kith.library.models.statements import Statement
from kith.library.rules.signs import may_write_signs
from kith.library.rules.words import PageKind, PageTopic
from kith.platform import access, audit, freshness
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code


@dataclass(frozen=True)
class SectionWords:
    """A heading, the keys under it in order, the note to its speaker, and the level of a card of signs."""

    heading: str
    statements: tuple[str, ...]
    note: str = ""
    level: Level | None = None


@dataclass(frozen=True)
class PageWords:
    """A page as its editor writes it."""

    title: str
    summary: str
    topic: PageTopic
    order: int
    signs: tuple[Subject, ...]
    sections: tuple[SectionWords, ...]
    kind: PageKind = PageKind.ADVICE


@action
def write_page(*, by: Actor, slug: str, words: PageWords, is_new: bool = False) -> None:
    """Write the page as it shall be from now on; its translations are older once its own words have changed.

    A page that is to be new is refused where its address is taken; who a page is for never changes.
    """
    access.require(by, Permission.MANAGE_LIBRARY)
    said = [words.title, words.summary, *(section.heading for section in words.sections)]
    notes = [section.note for section in words.sections]
    keep_to_the_code(*said, *notes)
    if not all(text.strip() for text in said) or not words.sections:
        raise Refusal("words_incomplete")
    ids = _ids(key for section in words.sections for key in section.statements)
    there = AdvicePage.objects.locked(slug)
    if there and is_new:
        raise Refusal("address_taken")
    row = there or AdvicePage(slug=slug, version=0, kind=words.kind)
    if row.kind != words.kind:
        raise Refusal("kind_is_fixed")
    if words.kind is PageKind.SIGNS and (refusal := may_write_signs(slug, words.sections)):
        raise refusal
    before = _own_words(row)
    row.title, row.summary, row.topic = words.title, words.summary, words.topic
    row.order, row.signs = words.order, list(words.signs)
    if before != [*said, *notes]:
        row.version += 1
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        raise Refusal("address_taken") from fault
    _write_sections(row, words.sections, ids)
    audit.record(by, "library.page_written", row, slug=slug, version=row.version)
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)


def _own_words(row: AdvicePage) -> list[str]:
    if row.version == 0:
        return []
    sections = list(row.sections.all())
    return [row.title, row.summary, *(each.heading for each in sections), *(each.note for each in sections)]


def _ids(keys: Iterable[str]) -> dict[str, int]:
    wanted = list(dict.fromkeys(keys))
    found = dict(Statement.objects.filter(key__in=wanted).values_list("key", "pk"))
    if unknown := [key for key in wanted if key not in found]:
        raise Refusal("statements_unknown", keys=unknown)
    return found


def _write_sections(row: AdvicePage, sections: tuple[SectionWords, ...], ids: dict[str, int]) -> None:
    row.sections.all().delete()
    made = AdviceSection.objects.bulk_create(
        AdviceSection(page=row, number=number, heading=section.heading, note=section.note, level=section.level or "")
        for number, section in enumerate(sections, 1)
    )
    Citation.objects.bulk_create(
        Citation(section=written, statement_id=ids[key], number=number)
        for written, section in zip(made, sections, strict=True)
        for number, key in enumerate(dict.fromkeys(section.statements), 1)
    )
