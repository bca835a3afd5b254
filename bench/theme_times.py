"""Run as a program of its own: find which of many invented stories are alike, by us or by scikit-learn."""

from __future__ import annotations

import json
import random
import resource
import sys
import time
import tomllib
from typing import Any

from kith.kernel.folding import folded
from testing.place import ROOT

SENTENCES = ROOT / "kith/listening/tests/sentences"
NEIGHBOURS, LEAST = 5, 0.35
LENGTHS = (2, 3, 4)


def stories(count: int, seed: int) -> list[str]:
    """Invented stories in every language in turn, of a few of its sentences each, folded."""
    chance, told = random.Random(seed), []  # noqa: S311  # invented stories, the same each time
    languages = [
        [line.strip() for kind in ("harm", "ordinary") for line in read[kind].splitlines() if line.strip()]
        for read in (tomllib.loads(path.read_text("utf-8")) for path in sorted(SENTENCES.glob("*.toml")))
    ]
    for number in range(count):
        said = languages[number % len(languages)]
        told.append(folded(" ".join(chance.choice(said) for _ in range(chance.choice(LENGTHS)))))
    return told


def ours(texts: list[str]) -> int:
    """How many groups we find."""
    from kith.methods.likeness import like_groups  # noqa: PLC0415  # each program loads what it measures alone

    return len(like_groups(texts, least=LEAST, most=NEIGHBOURS))


def theirs(texts: list[str]) -> int:
    """How many pairs scikit-learn's neighbours tie together."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.neighbors import NearestNeighbors  # noqa: PLC0415

    rows: Any = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)).fit_transform(texts)
    near = NearestNeighbors(n_neighbors=NEIGHBOURS + 1, metric="cosine").fit(rows)
    away, _ = near.kneighbors(rows)
    return int((away <= 1 - LEAST).sum())


def main() -> None:
    """Print one JSON object."""
    who, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    texts = stories(count, seed)
    work = {"ours": ours, "theirs": theirs}[who]
    work(texts[:50])
    started = time.perf_counter()
    groups = work(texts)
    seconds = time.perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "groups": groups}))


if __name__ == "__main__":
    main()
