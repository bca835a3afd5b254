"""axe, the accessibility checker, run inside a page with every rule of A, AA, 2.2 and best practice switched on."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page

from frontend.build.paths import AXE

# Every rule runs; what axe would only tell of elements without a fault is left out, which more than halves its time.
_RUN = """tags => window.axe && axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
  }).then(found => found.violations)"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, element, what to do."""
    found: list[dict[str, Any]] | None = page.evaluate(_RUN, TAGS)
    if found is None:
        # The page's own strict policy would refuse a script element; evaluating is what a developer's console does.
        page.evaluate(_source())
        found = page.evaluate(_RUN, TAGS)
    assert found is not None
    return [
        f"{each['id']}: {node['html'][:200]} ({node['failureSummary']})" for each in found for node in each["nodes"]
    ]


@cache
def _source() -> str:
    return AXE.read_text()
