"""What the tests of components share: drawing a line of template code and reading what came out."""

from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from django.template import engines
from django.utils import translation


class Page(HTMLParser):
    """The elements of a piece of HTML, in order, with what they say."""

    VOID = frozenset({"input", "meta", "link", "br", "img", "path", "circle"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[dict[str, str]] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append({"": tag, "text": "", **{name: value or "" for name, value in attrs}})
        if tag not in self.VOID:
            self.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append({"": tag, "text": "", **{name: value or "" for name, value in attrs}})

    def handle_endtag(self, tag: str) -> None:
        assert self.unclosed, f"</{tag}> closes nothing"
        assert self.unclosed.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.elements[-1]["text"] += data.strip()

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Every element of this kind whose attributes contain these words."""
        return [
            element
            for element in self.elements
            if element[""] == tag
            and all(value in element.get(name.strip("_").replace("_", "-"), "") for name, value in wanted.items())
        ]

    def one(self, tag: str, **wanted: str) -> dict[str, str]:
        """The only such element."""
        (found,) = self.all(tag, **wanted)
        return found


Draw = Callable[..., Page]


@pytest.fixture
def draw(db: None) -> Draw:
    """Draw one line of template code with the components as `c`."""

    def drawn(code: str, **context: object) -> Page:
        template = engines["pages"].from_string('{% import "components.jinja" as c %}' + code)
        page = Page(template.render(context))
        assert page.unclosed == []
        return page

    return drawn


@pytest.fixture
def in_arabic(english: None) -> Iterator[None]:
    """Write in Arabic for the length of a test."""
    with translation.override("ar"):
        yield
