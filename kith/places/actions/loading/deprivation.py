"""Loading deprivation: deciles, ranks and scores by neighbourhood, each with its edition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kith.imports.copying import upsert_rows
from kith.imports.registry import ImportReport
from kith.imports.rows import BadRows, Faults, Row
from kith.imports.tables import Heading, Progress, Table, open_table, plain_heading
from kith.places.actions.loading import headings
from kith.places.actions.loading.batch import (
    Batch,
    code_of,
    decimal,
    files_at,
    known_codes,
    report,
    shown,
    this_place,
    whole_number,
)
from kith.places.models import Deprivation, Level
from kith.platform import freshness
from kith.platform.action import action

_DOMAINS = (
    (re.compile(r"(imd|indexofmultipledeprivation)"), "imd"),
    (re.compile(r"(idaci|incomedeprivationaffectingchildren)"), "idaci"),
    (re.compile(r"(idaopi|incomedeprivationaffectingolder)"), "idaopi"),
    (re.compile(r"income"), "income"),
    (re.compile(r"employment"), "employment"),
    (re.compile(r"education"), "education"),
    (re.compile(r"health"), "health"),
    (re.compile(r"crime"), "crime"),
    (re.compile(r"(housing|barriers)"), "housing"),
    (re.compile(r"(environment|livingenvironment)"), "environment"),
)
_MEASURE = re.compile(r"(decile|rank|score)")


@dataclass(frozen=True)
class _Edition:
    """An edition of the indices: which neighbourhoods it describes, and how many there are in England."""

    name: str
    level: Level
    neighbourhoods: int


_IMD_2025 = _Edition("IMD 2025", Level.LSOA21, 33_755)
_IMD_2019 = _Edition("IMD 2019", Level.LSOA11, 32_844)
_IMD_2015 = _Edition("IMD 2015", Level.LSOA11, 32_844)


@action
def load_deprivation(path: Path, progress: Progress) -> ImportReport:
    """Load every domain's decile of this place's neighbourhoods; every row of the file must be sound."""
    batch = Batch()
    for file in files_at(path, (".csv",)):
        batch.start_file()
        faults = Faults(file)
        _read(open_table(file), batch, faults, progress)
        faults.raise_any()
    upsert_rows(
        Deprivation,
        ("area_code", "edition", "domain", "decile", "rank", "score"),
        batch.tuples(),
        key=["area_code", "edition", "domain"],
    )
    freshness.invalidate()
    neighbourhoods = {(edition, code) for code, edition, _ in batch.rows}
    editions = sorted({edition for edition, _ in neighbourhoods})
    return report(path, {name: sum(edition == name for edition, _ in neighbourhoods) for name in editions})


def _read(table: Table, batch: Batch, faults: Faults, progress: Progress) -> None:
    edition = _edition(table)
    domains = _domains(table)
    code_heading: Sequence[Heading] = headings.LSOA21 if edition is _IMD_2025 else headings.LSOA11
    columns: dict[str, Sequence[Heading]] = {"code": code_heading, "authority": headings.AUTHORITY}
    columns |= {f"{domain} {what}": (name,) for (domain, what), name in domains.items()}
    names = sorted({domain for domain, _ in domains})
    codes, known = this_place().codes, known_codes(edition.level)
    has_authority = table.heading_of(headings.AUTHORITY) is not None
    if not has_authority and not known:
        raise BadRows(
            table.path,
            [f"which {edition.level} neighbourhoods are the place's own is not known yet: load the areas first"],
        )
    for row in table.rows(columns, optional=["authority"], progress=progress):
        code = code_of(faults, row.number, row["code"], "LSOA code")
        is_ours = row["authority"] in codes if has_authority else code in known
        for domain in names:
            rest = _values(row, domain, edition, faults)
            if code and is_ours and rest:
                batch.add(faults, row.number, (code, edition.name, domain), rest)


def _edition(table: Table) -> _Edition:
    if table.heading_of(headings.LSOA21) is not None:
        return _IMD_2025
    if table.heading_of(headings.LSOA11) is None:
        raise BadRows(table.path, ["row 1: no column for the LSOA code; expected 'LSOA code (2021)' or 'lsoa11_code'"])
    # IMD 2015 describes the same neighbourhoods as IMD 2019; its file names the authorities of 2013.
    is_2015 = table.heading_of(("Local Authority District code (2013)",)) is not None
    return _IMD_2015 if is_2015 else _IMD_2019


def _domains(table: Table) -> dict[tuple[str, str], str]:
    """Which heading holds which measure of which domain."""
    found: dict[tuple[str, str], str] = {}
    for heading in table.headings:
        plain = plain_heading(heading)
        measure = _MEASURE.search(plain)
        domain = next((name for pattern, name in _DOMAINS if pattern.match(plain)), None)
        if measure and domain and "subdomain" not in plain:
            found.setdefault((domain, measure[0]), heading)
    if ("imd", "decile") not in found:
        raise BadRows(table.path, ["row 1: no column for the overall decile; expected a heading like 'IMD_decile'"])
    return {key: name for key, name in found.items() if (key[0], "decile") in found}


def _values(row: Row, domain: str, edition: _Edition, faults: Faults) -> tuple[int, int | None, float | None] | None:
    decile = whole_number(faults, row.number, row[f"{domain} decile"], "decile", least=1, most=10)
    rank, score = None, None
    if text := row.get(f"{domain} rank"):
        rank = whole_number(faults, row.number, text, "rank", least=1, most=edition.neighbourhoods)
    if text := row.get(f"{domain} score"):
        score = decimal(text)
        if score is None:
            faults.add(row.number, f"score {shown(text)} is not a number")
    if decile is None:
        return None
    if rank is not None and abs(rank * 10 / edition.neighbourhoods - decile + 0.5) > 1:
        faults.add(row.number, f"decile {decile} does not fit rank {rank}: in both, 1 must be the most deprived")
    return decile, rank, score
