"""A page as its editor sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kith.kernel.danger import Level, Subject
from kith.library.models.pages import AdvicePage, Citation, PageTranslation
from kith.library.rules.words import PageKind, PageTopic
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class SectionToEdit:
    """A heading, the keys under it, its note, and the level of a card of signs."""

    heading: str
    statements: tuple[str, ...]
    note: str
    level: Level | None = None


@dataclass(frozen=True)
class PageToEdit:
    """All of a page but its answers; translations by language."""

    slug: str
    kind: PageKind
    title: str
    summary: str
    topic: PageTopic
    order: int
    signs: tuple[Subject, ...]
    sections: tuple[SectionToEdit, ...]
    translations: Mapping[str, PageTranslation]


def page_to_edit(viewer: Viewer, slug: str) -> PageToEdit:
    """The page with this address."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    row = AdvicePage.objects.filter(slug=slug).first()
    if row is None:
        raise NotFound("page")
    keys: dict[int, list[str]] = {}
    cited = Citation.objects.filter(section__page=row).order_by("section_id", "number")
    for section_id, key in cited.values_list("section_id", "statement__key"):
        keys.setdefault(section_id, []).append(key)
    return PageToEdit(
        slug=row.slug,
        kind=row.kind,
        title=row.title,
        summary=row.summary,
        topic=row.topic,
        order=row.order,
        signs=tuple(Subject(each) for each in row.signs),
        sections=tuple(
            SectionToEdit(each.heading, tuple(keys.get(each.pk, ())), each.note, each.level or None)
            for each in row.sections.all()
        ),
        translations={each.language: each for each in row.translations.all()},
    )
