"""Reading the features of a GeoJSON file one at a time, however large it is."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from kith.imports.rows import BadRows
from kith.imports.tables import Progress

CHUNK = 1 << 20
_FEATURES = re.compile(r'"features"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def features(path: Path, progress: Progress) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each feature with its number, from 1; BadRows where the file is not a collection of features."""
    size = path.stat().st_size
    decoder = json.JSONDecoder()
    number = 0
    try:
        with path.open(encoding="utf-8-sig") as opened:
            text: TextIO = opened
            held = _up_to_features(path, text.read(CHUNK))
            while True:
                held = held[_BETWEEN.match(held).end() :]  # type: ignore[union-attr]  # the pattern fits anything
                if held.startswith("]"):
                    break
                try:
                    feature, end = decoder.raw_decode(held)
                except json.JSONDecodeError:
                    more = text.read(max(CHUNK, len(held)))
                    if not more:
                        raise
                    held += more
                    continue
                held = held[end:]
                number += 1
                if not isinstance(feature, dict):
                    raise BadRows(path, [f"feature {number}: this is not a feature"])
                progress(min(text.buffer.tell(), size), size)
                yield number, feature
    except UnicodeDecodeError as error:
        raise BadRows(path, ["this is not UTF-8 text: download it again"]) from error
    except (json.JSONDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, BadRows):
            raise
        raise BadRows(path, [f"feature {number + 1}: not readable as GeoJSON, the file may be cut short"]) from error


def _up_to_features(path: Path, head: str) -> str:
    found = _FEATURES.search(head)
    if not head.strip():
        raise BadRows(path, ["the file is empty: download it again"])
    if not found:
        raise BadRows(path, ['this is not a GeoJSON collection of features: there is no "features" list'])
    return head[found.end() :]
