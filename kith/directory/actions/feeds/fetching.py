"""The pages of a feed from an address, a file or a folder of saved pages; all of them or none."""

import json
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from kith.directory.rules.open_referral import Document
from kith.platform.imports import NothingLoaded, Progress

SECONDS = 30
LARGEST = 50_000_000
MOST_PAGES = 2_000
A_PAGE = 100


class BadFeed(NothingLoaded):
    """The feed cannot be read; the words say which part of it, and why. Nothing was changed."""


def documents_at(address: str, progress: Progress) -> list[Document]:
    """Every page found there; BadFeed where one cannot be read."""
    if urlsplit(address).scheme in ("http", "https"):
        return list(_fetched(address, progress))
    path = Path(address)
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files:
        raise BadFeed(f"{address}: there is no file whose name ends in .json")
    found = []
    for at, file in enumerate(files):
        found.append(Document(file.stem, _parsed(_bytes_of(file), file.name)))
        progress(at + 1, len(files))
    return found


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise BadFeed(f"{file.name}: larger than {LARGEST:,} bytes; save the feed page by page")
        return file.read_bytes()
    except OSError as error:
        raise BadFeed(f"{file}: cannot be read ({error.strerror})") from error


def _fetched(address: str, progress: Progress) -> Iterator[Document]:
    """Every page of the services, then each service in full."""
    base = address.split("?", maxsplit=1)[0].rstrip("/").removesuffix("/services")
    page, total = 1, 1
    listed: list[Any] = []
    while page <= total:
        value = _get(f"{base}/services?page={page}&per_page={A_PAGE}")
        contents = value.get("contents") if isinstance(value, dict) else None
        if not isinstance(contents, list):
            raise BadFeed(f"{base}/services: not a page of a list; give the address that /services hangs on")
        yield Document(f"services {page}", value)
        listed += contents
        total = value.get("total_pages") if isinstance(value.get("total_pages"), int) else 1
        if total > MOST_PAGES:
            raise BadFeed(f"{base}/services: more than {MOST_PAGES:,} pages")
        page += 1
    ids = [str(each["id"]) for each in listed if isinstance(each, dict) and each.get("id")]
    for at, public_id in enumerate(dict.fromkeys(ids)):
        yield Document(f"service {public_id}", _get(f"{base}/services/{quote(public_id, safe='')}"))
        progress(at + 1, len(ids))


def _get(address: str) -> Any:
    try:
        asked = Request(address, headers={"Accept": "application/json", "User-Agent": "Kith"})  # noqa: S310  # http(s) only
        with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310  # documents_at lets only http and https come here
            content = answer.read(LARGEST + 1)
    except (OSError, HTTPException, ValueError) as error:
        raise BadFeed(f"{address}: cannot be read ({error})") from error
    if len(content) > LARGEST:
        raise BadFeed(f"{address}: larger than {LARGEST:,} bytes")
    return _parsed(content, address)


def _parsed(content: bytes, name: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadFeed(f"{name}: not readable as JSON ({error})") from error


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")
