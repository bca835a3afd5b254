"""A feed as it was fetched or saved: which of its documents are services, and whether all its pages are there."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kith.directory.rules.open_referral import records
from kith.directory.rules.open_referral.reading import Json, Refused, checked, checked_service

OFFERED = records.Status.ACTIVE.value


@dataclass
class Feed:
    """The services a feed offers, by id; what was refused; what else there is to say.

    What it mentions and is not whole enough to speak of stays as it is; only of a whole feed what is missing is gone.
    """

    services: dict[str, Json] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_whole: bool = True


@dataclass(frozen=True)
class Document:
    """One page of a feed, by the name it was found under."""

    name: str
    value: Any


@dataclass
class _Pages:
    total: int = 1
    seen: set[int] = field(default_factory=set)


def read_feed(documents: Iterable[Document]) -> Feed:
    """The feed that these pages make; a service given in full counts before the same one in a list."""
    feed, pages = Feed(), dict[str, _Pages]()
    plain: dict[str, object] = {}
    full: dict[str, object] = {}
    for document in documents:
        for kind, raw, is_listed in _records(document, pages, feed):
            if kind == "service":
                key = str(raw.get("id")) if isinstance(raw, dict) else f"{document.name} {len(plain)}"
                (plain if is_listed else full)[key] = raw
            elif kind in _OTHERS:
                _, bad = checked(raw, _OTHERS[kind], kind.replace("_", " "))
                feed.refused += bad
    _take_services(feed, plain | full)
    _count_pages(feed, pages)
    return feed


_OTHERS: dict[str, type[records.Record]] = {
    "organization": records.Organization,
    "taxonomy": records.Taxonomy,
    "taxonomy_term": records.TaxonomyTerm,
}


def kind_of(raw: object, name: str = "") -> str:
    """What sort of record this is, by what it holds and else by the name of its file; empty for none we know."""
    said = raw if isinstance(raw, dict) else {}
    stem = name.casefold()
    if "profile" in said and "openapi_url" in said:
        return "about"
    if "service_at_location" in stem or ("location" in said and "service" in said):
        return "service_at_location"
    if "taxonomy_term" in stem or "taxonomy" in said or "term" in said or "parent_id" in said:
        return "taxonomy_term"
    if "taxonom" in stem or "version" in said:
        return "taxonomy"
    if "organization" in stem or "organization_identifiers" in said or ("website" in said and "status" not in said):
        return "organization"
    return "service" if "service" in stem or "status" in said or "organization" in said else ""


def _records(document: Document, pages: dict[str, _Pages], feed: Feed) -> Iterable[tuple[str, Any, bool]]:
    value = document.value
    if isinstance(value, dict) and isinstance(value.get("contents"), list):
        contents = value["contents"]
        kind = kind_of(contents[0] if contents else {}, document.name)
        _note_page(pages.setdefault(kind, _Pages()), value)
        return [(kind, each, True) for each in contents]
    if isinstance(value, list):
        return [(kind_of(each, document.name), each, True) for each in value]
    kind = kind_of(value, document.name)
    if not kind:
        feed.notes.append(f"{document.name}: nothing in it that a directory can read")
    return [(kind, value, False)]


def _note_page(pages: _Pages, value: Json) -> None:
    number, total = value.get("page_number"), value.get("total_pages")
    if isinstance(number, int):
        pages.seen.add(number)
    if isinstance(total, int):
        pages.total = max(pages.total, total)


def _count_pages(feed: Feed, pages: dict[str, _Pages]) -> None:
    for kind, each in pages.items():
        missing = max(0, each.total - max(1, len(each.seen)))
        if missing:
            feed.notes.append(f"{kind}: {missing} of {each.total} pages are not here")
        if kind == "service":
            feed.is_whole = feed.is_whole and not missing
    if "service" not in pages:
        feed.is_whole = False


def _take_services(feed: Feed, services: dict[str, object]) -> None:
    resting = 0
    for key, raw in services.items():
        record, refused = checked_service(raw)
        feed.refused += refused
        if record is None:
            # It may only be badly written: what we know of it stays as it is.
            feed.mentioned.add(key.lower())
        elif record["status"] == OFFERED:
            feed.services[record["id"]] = record
            feed.mentioned.add(record["id"])
        else:
            resting += 1
    if resting:
        feed.notes.append(f"{resting} services are not offered at present and were passed over")
