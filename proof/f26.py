"""F26: no brand of formula, bottle or pump, no sponsor, no selling phrase in anything that a reader can meet."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
from playwright.sync_api import Browser
from psycopg import sql

from kith.kernel.languages import Language
from kith.kernel.marketing import code_faults
from kith.platform.i18n import catalogue
from proof.figures import Outcome, figure
from testing.browser import visitor
from testing.machine import ROOT
from testing.place import RunningPlace, running_place
from testing.public_pages import follow, in_every_language

FAMILIES = 300
STARTER = ROOT / "kith/library/starter"
PLANTED_WORDS = "Cu sprijinul Aptamil: https://www.medela.com/cadou"
PLANTED_IN_PAGE = '<a href="https://www.tommeetippee.com/gift"><img src="x.png" alt="Aptamil"></a>'
_COLUMNS = """SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'
    AND data_type IN ('text', 'character varying', 'jsonb') ORDER BY 1, 2"""


@figure("F26", claim="no brand, sponsor's address or selling phrase in any text, link or alternative, in any language")
def run() -> Outcome:
    """Read the starter library, the catalogues, every text of a place, and every public page as it is drawn."""
    texts = [*_starter(), *_catalogues()]
    with running_place(families=FAMILIES) as place:
        texts += [*_database(place), *in_every_language(place, _pages)]
        control = _notices_the_planted(place, texts[-1][1])
    wrong = [(where, faults) for where, text in texts if (faults := code_faults(text))]
    for where, faults in wrong:
        print(f"  {where}: {', '.join(f'{fault.kind} {fault.found}' for fault in faults)}")
    return Outcome(n=len(texts), failed=len(wrong), control=control)


def _starter() -> Iterator[tuple[str, str]]:
    """Each file of the starter library, with all its words and sources."""
    for path in sorted(STARTER.rglob("*.toml")):
        yield str(path.relative_to(STARTER)), path.read_text()


def _catalogues() -> Iterator[tuple[str, str]]:
    """Each message of the interface in each language, its English included."""
    for code in catalogue.TRANSLATED:
        for message in catalogue.read(code):
            if message.id:
                yield f"{code}: {message.id}", f"{message.id}\n{message.string}"


def _database(place: RunningPlace) -> Iterator[tuple[str, str]]:
    """Every text that a place holds, whatever table it stands in."""
    with psycopg.connect(place.database_url) as connection:
        for table, column in connection.execute(_COLUMNS).fetchall():
            asked = sql.SQL("SELECT DISTINCT {}::text FROM {}").format(sql.Identifier(column), sql.Identifier(table))
            for (text,) in connection.execute(asked):
                if text:
                    yield f"{table}.{column}", text


def _pages(chromium: Browser, place: RunningPlace, language: Language) -> list[tuple[str, str]]:
    """Every page as it is drawn: its words, its links, its alternatives, its hidden parts."""
    with visitor(chromium, language=language.code) as page:
        return [(path, page.content()) for path, _opens in follow(page, place, language.code)]


def _notices_the_planted(place: RunningPlace, page: str) -> bool:
    """A brand and a sponsor's address are found where they are planted: in a page, and in a service of the place."""
    with psycopg.connect(place.database_url) as connection:
        connection.execute("UPDATE directory_service SET summary = jsonb_build_object('ro', %s::text)", [PLANTED_WORDS])
    in_place = {fault.kind for _where, text in _database(place) for fault in code_faults(text)}
    in_page = {fault.kind for fault in code_faults(page.replace("</main>", f"{PLANTED_IN_PAGE}</main>"))}
    return in_place >= {"brand", "sponsor"} and in_page >= {"brand", "sponsor"}
