"""A list on a page, read as its reader reads it: page after page, by the link to the next."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from django.test import Client

from kith.platform.sign_in.models import Account

NEXT = re.compile(r'href="([^"#]+)[^"]*" rel="next"')


@dataclass(frozen=True)
class ListOnPage:
    """Who reads it (None: each visitor who has the address), where, and what puts a row of this name on it."""

    reader: Account | None
    address: str
    add: Callable[[str], str]

    def fill(self, first: int, last: int) -> list[str]:
        """Rows with these numbers; by which words each is known on the page."""
        return [self.add(name_of(number)) for number in range(first, last + 1)]

    def client(self) -> Client:
        """The reader's browser."""
        client = Client(headers={"sec-fetch-site": "same-origin"})
        if self.reader:
            client.force_login(self.reader)
        return client

    def page(self, asked: str = "") -> str:
        """What the reader is shown."""
        answer = self.client().get(self.address + asked)
        assert answer.status_code == 200
        return str(answer.content.decode())

    def pages(self, asked: str = "") -> Iterator[str]:
        """Every page, from the first by the links to the next."""
        shown = self.page(asked)
        yield shown
        while found := NEXT.search(shown):
            shown = self.page(unescape(found[1]))
            yield shown


def name_of(number: int) -> str:
    """A name that no other row has, and that no page says by itself."""
    return "Zorica" + "".join("bdfgklmnrt"[int(digit)] + "a" for digit in f"{number:02d}")
