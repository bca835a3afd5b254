"""Stocking the library from files: all or nothing, and loading again changes only what is different."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows
from kith.imports.tables import Progress
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.kernel.marketing import code_faults
from kith.library.actions import drafts
from kith.library.actions.pages import PageWords, SectionWords, write_page
from kith.library.actions.statements import ProposedWords, approve_wording, propose_wording
from kith.library.models.statements import Approval, Statement, Wording
from kith.library.rules.approving import APPROVALS_NEEDED
from kith.library.rules.starter import NewPage, NewStatement, StarterFault, TranslatedPage, read_starter
from kith.organisations.queries.people import organisation_of_kind
from kith.organisations.rules import OrganisationKind
from kith.platform import access, audit, freshness
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action, action_in_parts
from kith.platform.freshness import Topic

STARTER = Path(__file__).resolve().parents[1] / "starter"


@dataclass
class Shelf:
    """Everything that was found in a folder, and what is wrong with it."""

    pages: list[NewPage] = field(default_factory=list)
    translated: dict[str, list[TranslatedPage]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@action_in_parts
def load_starter(path: Path, progress: Progress) -> ImportReport:
    """Load a folder with a folder of TOML files for each language.

    In a demonstration the words stand at once; in a real place two organisations have to approve them first.
    """
    by, approved = system_actor("library.load"), settings.KITH.demonstration
    counts = stock_library(by=by, folder=path, approved=approved)
    progress(1, 1)
    note = "The words wait for the approval of two organisations: /desk/library/"
    return ImportReport(dict(counts), () if approved else (note,))


@action
def stock_library(*, by: Actor, folder: Path = STARTER, approved: bool) -> Counter[str]:
    """Bring the pages, answers and translations of these files in; raises BadRows and changes nothing on any fault."""
    access.require(by, Permission.MANAGE_LIBRARY)
    shelf = read_shelf(folder)
    statements = [each for page in shelf.pages for each in page.statements]
    known = set(Statement.objects.values_list("key", flat=True))
    organisations = _organisations(statements, shelf)
    _check(shelf, statements, known)
    if shelf.faults:
        raise BadRows(folder, shelf.faults)
    counts = Counter(pages=len(shelf.pages), statements=len(statements))
    new = [each for each in statements if each.key not in known]
    _add(new, organisations, approved=approved)
    for each in statements:
        if each.key in known:
            counts["changed"] += _bring_up_to_date(by, each, organisations, approved=approved)
    for page in shelf.pages:
        write_page(by=by, slug=page.slug, words=_page_words(page))
    for language, pages in shelf.translated.items():
        counts["translations"] += drafts.write_drafts(language, pages)
    audit.record(by, "library.stocked", Statement(), counts=dict(counts))
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)
    return counts


def read_shelf(folder: Path) -> Shelf:
    """Every file in the folder, with the faults of those that cannot be read."""
    shelf = Shelf()
    if not list((folder / ENGLISH.code).glob("*.toml")):
        shelf.faults.append(f"there is no English page: put files like {ENGLISH.code}/enough-milk.toml into {folder}")
    for language in INTERFACE_LANGUAGES:
        for path in sorted((folder / language.code).glob("*.toml")):
            name = f"{language.code}/{path.name}"
            try:
                page = read_starter(name, path.read_text(encoding="utf-8"), english=language == ENGLISH)
            except (StarterFault, UnicodeDecodeError) as fault:
                shelf.faults.append(str(fault) if isinstance(fault, StarterFault) else f"{name}: not UTF-8 text")
                continue
            if isinstance(page, NewPage):
                shelf.pages.append(page)
            else:
                shelf.translated.setdefault(language.code, []).append(page)
    return shelf


def _organisations(statements: Iterable[NewStatement], shelf: Shelf) -> dict[str, OrganisationId]:
    """The alliance's organisation of each kind that a statement names."""
    found: dict[str, OrganisationId] = {}
    for kind in sorted({kind for each in statements for kind in (each.owner, *each.approved_by)}):
        try:
            card = organisation_of_kind(OrganisationKind(str(kind).replace("-", "_")))
        except ValueError:
            kinds = ", ".join(each.replace("_", "-") for each in OrganisationKind)
            shelf.faults.append(f"{kind!r} is no kind of organisation; write one of {kinds}")
            continue
        if card is None:
            shelf.faults.append(f"the alliance has no organisation of the kind {kind!r} yet: add it first")
        else:
            found[kind] = card.id
    return found


def _check(shelf: Shelf, statements: list[NewStatement], known: set[str]) -> None:
    """Note keys that are used twice or cited without being there, translations of nothing, and breaches of the Code."""
    keys = Counter(each.key for each in statements)
    shelf.faults += [f"{key}: two statements have this id; rename one" for key, count in keys.items() if count > 1]
    for page in shelf.pages:
        cited = {key for section in page.sections for key in section.statements}
        missing = sorted(cited - set(keys) - known)
        shelf.faults += [f"{page.slug}: cites {key}, which is in no file; write it or leave it out" for key in missing]
        said = [page.title, page.summary, *(f"{section.heading}\n{section.note}" for section in page.sections)]
        shelf.faults += [f"{page.slug}: {each.kind} {each.found!r} is against the Code" for each in code_faults(*said)]
    for each in statements:
        against = code_faults(each.text, each.easy, each.source, each.source_url)
        shelf.faults += [f"{each.key}: {fault.kind} {fault.found!r} is against the Code" for fault in against]
        if len(set(each.approved_by)) < APPROVALS_NEEDED:
            shelf.faults.append(f"{each.key}: approved_by has to name two organisations")
    slugs = {page.slug: {each.key for each in page.statements} for page in shelf.pages}
    for language, pages in shelf.translated.items():
        for page_in_language in pages:
            where = f"{language}/{page_in_language.slug}.toml"
            if page_in_language.slug not in slugs:
                shelf.faults.append(f"{where}: there is no English page of this name")
                continue
            strange = sorted(set(page_in_language.texts) - slugs[page_in_language.slug])
            shelf.faults += [f"{where}: {key} is no statement of the English page" for key in strange]


def _page_words(page: NewPage) -> PageWords:
    sections = tuple(SectionWords(each.heading, each.statements, each.note, each.level) for each in page.sections)
    return PageWords(page.title, page.summary, page.topic, page.order, page.signs, sections, page.kind)


def _add(new: list[NewStatement], organisations: dict[str, OrganisationId], *, approved: bool) -> None:
    now = clock.now()
    rows = Statement.objects.bulk_create(
        Statement(key=each.key, question=each.question, owner_id=organisations[each.owner], review_by=each.review_by)
        for each in new
    )
    wordings = Wording.objects.bulk_create(
        Wording(
            statement=row,
            number=1,
            text=each.text,
            easy_text=each.easy,
            source=each.source,
            source_url=each.source_url,
            evidence=each.evidence,
            proposed_at=now,
        )
        for row, each in zip(rows, new, strict=True)
    )
    if not approved:
        return
    Approval.objects.bulk_create(
        Approval(wording=wording, organisation_id=organisations[kind], approved_at=now)
        for wording, each in zip(wordings, new, strict=True)
        for kind in dict.fromkeys(each.approved_by)
    )
    Wording.objects.filter(pk__in=[each.pk for each in wordings]).update(is_current=True, approved_at=now)


def _bring_up_to_date(by: Actor, new: NewStatement, organisations: dict[str, OrganisationId], *, approved: bool) -> int:
    """Propose the file's words where they differ from the newest ones; tells whether they did."""
    newest = Wording.objects.filter(statement__key=new.key).order_by("-number").first()
    if newest and newest.said == (new.text, new.easy):
        return 0
    words = ProposedWords(new.text, new.source, new.source_url, new.evidence, new.easy)
    propose_wording(by=by, key=new.key, words=words)
    for kind in dict.fromkeys(new.approved_by if approved else ()):
        number = (newest.number if newest else 0) + 1
        if approve_wording(by=by, key=new.key, number=number, organisation_id=organisations[kind]):
            break
    return 1
