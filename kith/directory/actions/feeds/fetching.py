"""The pages of a feed from an address, a file or a folder of saved pages; all of them or none."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from time import monotonic
from typing import IO, Any, NoReturn
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kith.directory.rules.open_referral.feeds import Document
from kith.imports.rows import NothingLoaded
from kith.imports.tables import Progress

SECONDS = 30
SECONDS_IN_ALL = 1_800
LARGEST = 50_000_000
MOST_PAGES = 2_000
A_PAGE = 100
A_PIECE = 65_536
JSON_TYPES = ("application/json", "text/json", "application/octet-stream", "text/plain")


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
    visit = _Visit()
    listed: dict[str, None] = {}
    for page in range(1, MOST_PAGES + 1):
        value = visit.get(f"{base}/services?page={page}&per_page={A_PAGE}")
        contents = value.get("contents") if isinstance(value, dict) else None
        if not isinstance(contents, list):
            raise BadFeed(f"{base}/services: not a page of a list; give the address that /services hangs on")
        yield Document(f"services {page}", value)
        ids = [str(each["id"]) for each in contents if isinstance(each, dict) and each.get("id")]
        if page > 1 and ids and listed.keys() >= set(ids):
            raise BadFeed(f"{base}/services: page {page} says again what was said before; the feed has no end")
        listed |= dict.fromkeys(ids)
        total = value.get("total_pages")
        if not isinstance(total, int) or page >= total:
            break
        if total > MOST_PAGES:
            raise BadFeed(f"{base}/services: more than {MOST_PAGES:,} pages")
    for at, public_id in enumerate(listed):
        yield Document(f"service {public_id}", visit.get(f"{base}/services/{quote(public_id, safe='')}"))
        progress(at + 1, len(listed))


class _WebOnly(HTTPRedirectHandler):
    """Follows a feed that has moved, and only from web to web."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0917  # urllib calls it so
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Where to go on, unless the new address is none of the web."""
        if urlsplit(newurl).scheme not in ("http", "https"):
            fp.close()
            raise ValueError(f"leads to {newurl[:200]}, which is not a web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass
class _Visit:
    """One reading of a feed; it ends when its time is up, however slowly the pages come."""

    began_at: float = field(default_factory=monotonic)

    def get(self, address: str) -> Any:
        """What stands at the address; BadFeed says why nothing does."""
        asked = Request(address, headers={"Accept": "application/json", "User-Agent": "Kith"})  # noqa: S310  # http(s) only
        try:
            with build_opener(_WebOnly).open(asked, timeout=SECONDS) as answer:
                kind = answer.headers.get_content_type()
                # An answer that says nothing of its type counts as plain text.
                if kind not in JSON_TYPES and not kind.endswith("+json"):
                    raise BadFeed(f"{address}: not JSON but {kind}; give the address of the feed, not of its pages")
                content = self._read(answer, address)
        except (OSError, HTTPException, ValueError) as error:
            if isinstance(error, HTTPError):
                error.close()
            raise BadFeed(f"{address}: cannot be read ({error})") from error
        return _parsed(content, address)

    def _read(self, answer: Any, address: str) -> bytes:
        """All of the answer, in pieces as they come."""
        content = bytearray()
        piece_began_at = monotonic()
        while piece := answer.read1(A_PIECE):
            content += piece
            if len(content) > LARGEST:
                raise BadFeed(f"{address}: larger than {LARGEST:,} bytes")
            if monotonic() - piece_began_at > SECONDS:
                raise BadFeed(f"{address}: not all there after {SECONDS} seconds")
            if monotonic() - self.began_at > SECONDS_IN_ALL:
                raise BadFeed(f"{address}: the feed was not all there after {SECONDS_IN_ALL} seconds")
        return bytes(content)


def _parsed(content: bytes, name: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadFeed(f"{name}: not readable as JSON ({error})") from error


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a number")
