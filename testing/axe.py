"""axe, the accessibility checker, run inside a page with every rule of A, AA, 2.2 and best practice switched on."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import BrowserContext, Page

from frontend.build.paths import AXE

# Every rule runs; what axe would only tell of elements without a fault is left out, which more than halves its time.
_RUN = """([tags, left_out]) => {
  if (!window.axe) return null;
  const asked_before = left_out.length ? axe.getRules(left_out).filter(each => !each.ruleId.endsWith("-name")) : [];
  return axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
    rules: Object.fromEntries(asked_before.map(each => [each.ruleId, {enabled: false}])),
  }).then(found => found.violations);
}"""
# What makes two rows alike: the elements in them and every attribute that draws or names them, not their words.
_THIN = """most => {
  const telling = ["class", "type", "role", "lang", "dir", "hidden", "open", "disabled", "checked", "scope", "style"];
  const said = ({attributes}) => [...attributes].map(
    ({name, value}) => telling.includes(name) ? `${name}=${value}` : name
  );
  const shape = (each) => `${each.localName}[${said(each).sort()}](${[...each.children].map(shape)})`;
  let left_out = 0;
  for (const parent of document.querySelectorAll("main *")) {
    if (!parent.isConnected || parent.children.length <= most) continue;
    const seen = new Map();
    for (const each of [...parent.children]) {
      const alike = shape(each), count = (seen.get(alike) ?? 0) + 1;
      seen.set(alike, count);
      if (count > most) { each.remove(); left_out += 1; }
    }
  }
  return left_out;
}"""
MOST_ALIKE = 3
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# How the elements of a page stand in each other, whatever its words say and however wide it is drawn.
STRUCTURE = ["cat.aria", "cat.parsing", "cat.structure", "cat.tables", "cat.time-and-media"]


def violations(page: Page, *, again: bool = False) -> list[str]:
    """What axe finds on the page as it stands: rule, element, what to do.

    Looked at ``again``, in other words or at another width, it is asked the rules that these can break.
    """
    # Where no script runs its clocks stand still, and axe would wait for them for ever.
    assert not page.evaluate("matchMedia('(scripting: none)').matches"), "axe needs a page on which scripts run"
    asked = [TAGS, STRUCTURE if again else []]
    found: list[dict[str, Any]] | None = page.evaluate(_RUN, asked)
    if found is None:
        # The page's own strict policy would refuse a script element; evaluating is what a developer's console does.
        page.evaluate(_source())
        found = page.evaluate(_RUN, asked)
    assert found is not None
    return [
        f"{each['id']}: {node['html'][:200]} ({node['failureSummary']})" for each in found for node in each["nodes"]
    ]


def bring_along(context: BrowserContext) -> None:
    """Have every page of this window come with axe in it: cheaper than to bring it into each."""
    context.add_init_script(script=_source())


def thin_out(page: Page) -> int:
    """Leave the first few of rows, options and cells that are alike in everything but their words; how many went.

    What axe says of the fourth row it has said of the first; a table of all pages in all languages takes it seconds.
    """
    left_out: int = page.evaluate(_THIN, MOST_ALIKE)
    return left_out


@cache
def _source() -> str:
    return AXE.read_text()
