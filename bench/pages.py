"""Server time of the public pages as a ratio to a bare Django and Jinja page, both measured in turn in the same run."""

from __future__ import annotations

from dataclasses import dataclass

from bench.programs import told_by
from testing.place import RunningPlace

PAGES = {
    "home": "/en/",
    "help now": "/en/help-now/",
    "find support": "/en/find-support/",
    "our numbers": "/en/our-numbers/",
}
ROUNDS = 3
AIM_RATIO = 3.0


@dataclass(frozen=True)
class PageTime:
    """One page, ready from the page cache or made anew; the worst of the rounds."""

    page: str
    made: str
    median_ms: float
    p95_ms: float
    bare_ms: float
    ratio: float
    statements: int
    rounds: int = ROUNDS
    aim: float = AIM_RATIO


Times = dict[str, dict[str, float]]


def page_times(place: RunningPlace) -> list[PageTime]:
    """Measure every page in both ways."""
    ways = {"as visitors get it": {}, "made anew": {"KITH_PUBLIC_CACHE_SECONDS": "0"}}
    rounds = [
        {"bare": _run(place, {"DJANGO_SETTINGS_MODULE": "bench.floor.settings"}, ["/"])}
        | {way: _run(place, extra, list(PAGES.values())) for way, extra in ways.items()}
        for _ in range(ROUNDS)
    ]
    return [_worst(page, address, way, rounds) for way in ways for page, address in PAGES.items()]


def _worst(page: str, address: str, way: str, rounds: list[dict[str, Times]]) -> PageTime:
    worst = max(rounds, key=lambda each: each[way][address]["median_ms"] / each["bare"]["/"]["median_ms"])
    own, bare = worst[way][address], worst["bare"]["/"]["median_ms"]
    return PageTime(
        page,
        way,
        round(own["median_ms"], 3),
        round(own["p95_ms"], 3),
        round(bare, 3),
        round(own["median_ms"] / bare, 2),
        int(own["statements"]),
    )


def _run(place: RunningPlace, extra: dict[str, str], addresses: list[str]) -> Times:
    found: Times = told_by("bench.page_times", *addresses, environment=place.environment | extra)
    return found
