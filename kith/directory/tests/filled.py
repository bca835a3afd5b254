"""A page's form as a browser would send it back."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client


class _Boxes(HTMLParser):
    """What stands in the boxes of the page's form."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self._in = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an input, a chosen option or a text holds."""
        has = {name: value or "" for name, value in attrs}
        if tag == "select":
            self._select = has["name"]
        elif tag == "option" and "selected" in has:
            self.said.setdefault(self._select, []).append(has["value"])
        elif tag == "textarea":
            self._in = has["name"]
            self.said[self._in] = [""]
        elif tag == "input" and has.get("name"):
            is_tick = has.get("type") in ("checkbox", "radio")
            if "checked" in has or not is_tick:
                self.said.setdefault(has["name"], []).append(has.get("value", "on" if is_tick else ""))

    def handle_data(self, data: str) -> None:
        """The text within a large box; its first line end is the page's own."""
        if self._in:
            self.said[self._in][0] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the large box."""
        if tag == "textarea":
            self.said[self._in][0] = self.said[self._in][0].removeprefix("\n")
            self._in = ""


def filled(client: Client, address: str, /, **changes: Any) -> dict[str, Any]:
    """The form at the address with these boxes changed, and those that are None taken away."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    boxes = _Boxes()
    boxes.feed(answer.content.decode())
    return {key: value for key, value in (boxes.said | changes).items() if value is not None}
