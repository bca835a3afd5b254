"""Run as a program of its own: pair many invented people, by us or by networkx."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from typing import Any

from kith.methods.matching import MOST_FIT, Asking, Companion, broken_rules, plan, proposal

LANGUAGES = tuple(f"language:{code}" for code in ("en", "ro", "ar", "pl", "bn", "ur", "fr", "so", "ti", "pa"))
AREAS = tuple(f"area:{number}" for number in range(12))
COMMUNITIES = tuple(f"community:{number}" for number in range(10))
KNOWN = ("twins", "neonatal", "young_parent", "daytime")
WEIGHTS = {"area": 5, "community": 3, "twins": 4, "neonatal": 4, "young_parent": 2, "daytime": 1}
LEAST_ROOM, MOST_ROOM = 6, 12
ALONE = 1_000_000
Everyone = tuple[list[Asking], list[Companion]]


def people(asking: int, companions: int, seed: int) -> Everyone:
    """Invented mothers, some of them in need of a language, and supporters with room for six to twelve."""
    chance = random.Random(seed)  # noqa: S311  # invented people, the same each time
    hosts = [
        Companion(
            f"c{number:05}",
            frozenset({*chance.sample(LANGUAGES, chance.choice((1, 2, 2, 3))), chance.choice(AREAS)})
            | {chance.choice(COMMUNITIES), *chance.sample(KNOWN, chance.randint(0, 3))},
            chance.randint(LEAST_ROOM, MOST_ROOM),
        )
        for number in range(companions)
    ]
    asks = [
        Asking(
            f"a{number:05}",
            must=frozenset(chance.sample(LANGUAGES, chance.choice((0, 1, 1)))),
            wishes=frozenset({chance.choice(AREAS), chance.choice(COMMUNITIES), *chance.sample(KNOWN, 1)}),
            waited=chance.randint(0, 90),
        )
        for number in range(asking)
    ]
    return asks, hosts


def ours(everyone: Everyone) -> tuple[float, int, int]:
    """How long our plan takes with its proof, how many it pairs, and the sum of fits."""
    started = time.perf_counter()
    made = plan(*everyone, WEIGHTS)
    seconds = time.perf_counter() - started
    if not made.proved:
        raise SystemExit("The plan is not proved.")
    return seconds, len(made.pairs), sum(each.fit for each in made.pairs)


def theirs(everyone: Everyone) -> tuple[float, int, int]:
    """The same of networkx's cheapest flow: as many pairs as can be, then the most wishes met.

    What is only Kith's, rules and fits of the pairs, is worked out before its clock starts.
    """
    import networkx as nx  # noqa: PLC0415  # each program loads what it measures alone

    asks, hosts = everyone
    may = [
        (ask.key, host.key, proposal(ask, host, WEIGHTS).fit)
        for ask in asks
        for host in hosts
        if not broken_rules(ask, host)
    ]
    started = time.perf_counter()
    graph: Any = nx.DiGraph()
    graph.add_node("all", demand=-len(asks))
    graph.add_node("end", demand=len(asks))
    graph.add_edges_from((host.key, "end", {"capacity": host.places}) for host in hosts)
    graph.add_edges_from(("all", ask.key, {"capacity": 1}) for ask in asks)
    graph.add_edges_from((ask.key, "end", {"capacity": 1, "weight": ALONE}) for ask in asks)
    graph.add_edges_from((ask, host, {"capacity": 1, "weight": MOST_FIT - fit}) for ask, host, fit in may)
    cost, flow = nx.network_simplex(graph)
    seconds = time.perf_counter() - started
    alone = sum(flow[ask.key]["end"] for ask in asks)
    paired = len(asks) - alone
    return seconds, paired, MOST_FIT * paired - (cost - ALONE * alone)


def main() -> None:
    """Print one JSON object."""
    who, asking, companions, seed = sys.argv[1], *map(int, sys.argv[2:5])
    work = {"ours": ours, "theirs": theirs}[who]
    work(people(20, 5, seed))
    seconds, paired, fit = work(people(asking, companions, seed))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "paired": paired, "fit": fit}))


if __name__ == "__main__":
    main()
