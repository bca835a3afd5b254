"""`make bench`: measure, print the table, write bench/results.json.

python -m bench courses hub_day    these parts alone
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import methods
from bench.agenda import agenda_time
from bench.agenda import show as show_agenda
from bench.beside import beside, desk_beside, show
from bench.bookings import BookingSpeed, booking_speed
from bench.caseload import caseload_times
from bench.caseload import show as show_caseload
from bench.courses import course_speed
from bench.courses import show as show_course
from bench.finding import finding_times
from bench.finding import show as show_finding
from bench.gaps import gap_speed
from bench.gaps import show as show_gaps
from bench.growth import Growth, growth
from bench.hub_day import pack_weight
from bench.hub_day import show as show_pack
from bench.matching import matching_speed
from bench.matching import show as show_matching
from bench.pages import PageTime, page_times
from bench.pumps import pump_speed, show_pumps
from bench.search import AIM_ALONE_MS, SearchSpeed, search_speed
from bench.studies import show as show_studies
from bench.studies import study_times
from bench.supporter_day import show as show_supporter_day
from bench.supporter_day import supporter_day
from bench.themes import show as show_themes
from bench.themes import theme_speed
from bench.timetables import show as show_timetables
from bench.timetables import timetable_times
from bench.walls import show as show_walls
from bench.walls import wall_times
from bench.weight import Weight, weights
from testing.machine import commit, machine
from testing.place import RunningPlace, running_place

RESULTS = Path(__file__).parent / "results.json"
FAMILIES, SEED = 2000, 1


@dataclass(frozen=True)
class Part:
    """One part of the bench: what measures it, and what prints it."""

    name: str
    measure: Callable[..., Any]
    show: Callable[[Any], None]


def main(*names: str) -> None:
    """Run the parts of these names, or all, and print each; the whole is written down.

    Those of one place run on a throw-away place whose database waits for the disk, as a real one does.
    """
    if unknown := set(names) - {part.name for part in (*IN_A_PLACE, *ALONE)}:
        known = " ".join(part.name for part in (*IN_A_PLACE, *ALONE))
        raise SystemExit(f"The bench has no part {', '.join(sorted(unknown))}. Its parts: {known}")
    print(
        f"Machine: {machine()}\nCommit:  {commit()}\nPlace:   {FAMILIES:,} invented families, seed {SEED}\n", flush=True
    )
    found: dict[str, Any] = {"machine": machine(), "commit": commit(), "families": FAMILIES, "seed": SEED}
    if here := [part for part in IN_A_PLACE if part.name in names or not names]:
        with running_place(families=FAMILIES, seed=SEED, durable=True, worker=False) as place:
            found |= {part.name: _measured(part, place) for part in here}
    found |= {part.name: _measured(part) for part in ALONE if part.name in names or not names}
    commit_beside = os.environ.get("BESIDE", "")
    both = (beside(commit_beside), desk_beside(commit_beside)) if commit_beside else ()
    for rows in both:
        show(rows)
    found["beside"] = [asdict(each) for rows in both for each in rows]
    if not names:
        RESULTS.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
        print(f"\nWritten to {RESULTS.relative_to(RESULTS.parent.parent)}")


def _measured(part: Part, *place: RunningPlace) -> Any:
    found = part.measure(*place)
    part.show(found)
    return [_plain(each) for each in found] if isinstance(found, list) else _plain(found)


def _plain(row: Any) -> Any:
    """A row as JSON has it, what it reckons of its figures beside them."""
    reckoned = {
        name: getattr(row, name) for name in ("ratio", "rush_ratio", "list_ratio", "is_met") if hasattr(row, name)
    }
    return row if isinstance(row, dict) else asdict(row) | reckoned


def _print_pages(rows: list[PageTime]) -> None:
    print(f"{'server time':34} {'median':>9} {'95th':>9} {'bare page':>10} {'ratio':>6}  {'aim':6} statements")
    for row in rows:
        name = f"{row.page}, {row.made}"
        times = f"{row.median_ms:6.2f} ms {row.p95_ms:6.2f} ms {row.bare_ms:7.2f} ms"
        print(f"{name:34} {times} {row.ratio:6.2f}  ≤ {row.aim:.0f} {_mark(row.ratio <= row.aim):3} {row.statements:6}")
    print(
        f"(worst of {rows[0].rounds} rounds; the bare page: one view, one Jinja template, what startproject sets up)\n",
        flush=True,
    )


def _print_weights(rows: list[Weight]) -> None:
    print(f"{'first view, compressed':34} {'bytes':>9} {'requests':>9}   aim")
    for row in rows:
        small = row.compressed_bytes < row.aim
        print(f"{row.address:34} {row.compressed_bytes:9,} {row.requests:9}   < {row.aim:,} {_mark(small)}")
    print(flush=True)


def _print_bookings(row: BookingSpeed) -> None:
    scope = f"{row.clients} clients, {row.bookings} bookings, worst of {row.rounds} rounds"
    print(f"{'bookings a second over HTTP':34} {row.bookings_per_second:9.1f}   {scope}")
    print(f"{'lock, insert and commit only':34} {row.floor_per_second:9.1f}")
    print(f"{'ratio':34} {row.ratio:9.2f}   ≤ {row.aim_ratio:.0f} {_mark(row.ratio <= row.aim_ratio)}")
    print(f"{'beside a worker that is never idle':34} {row.beside_a_busy_worker_per_second:9.1f}")
    for name, value, aim in (
        ("requests a booking", row.requests_per_booking, row.aim_requests),
        ("statements a booking", row.statements_per_booking, row.aim_statements),
    ):
        print(f"{name:34} {value:9}   ≤ {aim} {_mark(value <= aim)}")
    every = row.statements_per_booking + row.settings_per_booking
    print(f"{'each setting of who asks apart':34} {every:9}   {row.settings_per_booking} go with another statement")
    print(f"{'processor seconds a booking':34} {row.processor_seconds_per_booking:9.4f}")


def _print_searches(rows: list[SearchSpeed]) -> None:
    alone = rows[0]
    print(
        f"\n{f'search: {alone.services:,} services, {alone.dates:,} dates':46} {'median':>11} {'95th':>11}   search is"
    )
    for row in rows:
        who = f"{row.way}, {row.readers} at once" if row.readers > 1 else row.way
        times = f"{row.p50_ms:8.2f} ms {row.p95_ms:8.2f} ms"
        print(f"{who:46} {times}   {row.ratio_p50:.2f} / {row.ratio_p95:.2f} times as long")
    print(f"{'one reader waits at most':46} {AIM_ALONE_MS:8.0f} ms {_mark(alone.p95_ms <= AIM_ALONE_MS)}", flush=True)


def _print_growth(rows: list[Growth]) -> None:
    small, large = rows[0].small_families, rows[0].large_families
    print(f"\n{'at work':20} {f'{small:,} families':>22} {f'{large:,} families':>22}   ratio of the 95th  statements")
    for row in rows:
        before = f"{row.small_p50_ms:8.2f} /{row.small_p95_ms:8.2f} ms"
        after = f"{row.large_p50_ms:8.2f} /{row.large_p95_ms:8.2f} ms"
        told = f"{row.ratio_p95:6.2f}  ≤ {row.aim:.2f} {_mark(row.is_met):4}"
        print(f"{row.page:20} {before:>22} {after:>22}   {told} {row.small_statements} / {row.large_statements}")
    print(f"(median / 95th of {rows[0].requests} requests, of a different family each, in {rows[0].rounds} rounds)")


def _print_methods(rows: list[dict[str, Any]]) -> None:
    print(f"\n{'statistics':44} {'ours':>10} {'other':>10} {'ratio':>8}  aim")
    for row in rows:
        other = f"{row['other_seconds'] * 1000:7.1f} ms" if row["other_seconds"] else "none"
        ratio = f"{row['times_faster']:7.1f}×" if row["other_seconds"] else ""
        aim = f"< {row['limit_seconds'] * 1000:.0f} ms {_mark(row['passed'])}"
        print(f"{row['name'][:44]:44} {row['seconds'] * 1000:7.1f} ms {other:>10} {ratio:>8}  {aim}")


def _mark(is_met: bool) -> str:
    return "yes" if is_met else "NO"


IN_A_PLACE = (
    Part("pages", page_times, _print_pages),
    Part("first_view", weights, _print_weights),
    Part("hub_day", pack_weight, show_pack),
    Part("bookings", booking_speed, _print_bookings),
    Part("courses", course_speed, show_course),
    Part("search", search_speed, _print_searches),
    Part("timetables", timetable_times, show_timetables),
    Part("caseload", caseload_times, show_caseload),
    Part("agenda", agenda_time, show_agenda),
    Part("gaps", gap_speed, show_gaps),
    Part("studies", study_times, show_studies),
    Part("pumps", pump_speed, show_pumps),
    Part("supporter", supporter_day, show_supporter_day),
)
ALONE = (
    Part("growth", growth, _print_growth),
    Part("finding", finding_times, show_finding),
    Part("themes", theme_speed, show_themes),
    Part("matching", matching_speed, show_matching),
    Part("walls", wall_times, show_walls),
    Part("methods", methods.measure, _print_methods),
)

if __name__ == "__main__":
    main(*sys.argv[1:], *os.environ.get("ONLY", "").replace(",", " ").split())
