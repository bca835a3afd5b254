"""axe, the accessibility checker, run inside a page with every rule of A, AA, 2.2 and best practice switched on."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from kith.platform.ui.build.paths import AXE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, element, what to do."""
    # The page's own strict policy would refuse a script element; evaluating is what a developer's console does.
    page.evaluate(_source())
    found: dict[str, Any] = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    return [
        f"{each['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _source() -> str:
    return AXE.read_text()
