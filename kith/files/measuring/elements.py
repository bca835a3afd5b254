"""WebM: nested elements (EBML); blocks say when they begin within their cluster. Pure.

A browser writes the file while it records: how long it will be it does not know, and says of the outer elements that
their size is unknown. So the blocks are looked at.
"""

from collections.abc import Iterator

SEGMENT, INFO, CLUSTER, GROUP, TRACKS, TRACK = 0x18538067, 0x1549A966, 0x1F43B675, 0xA0, 0x1654AE6B, 0xAE
OUTER = frozenset({SEGMENT, INFO, CLUSTER, GROUP, TRACKS, TRACK})
SCALE, CLUSTER_TIME, SIMPLE_BLOCK, BLOCK, TRACK_TYPE = 0x2AD7B1, 0xE7, 0xA3, 0xA1, 0x83
USUAL_SCALE = 1_000_000
VIDEO = 1


def seconds(content: bytes) -> float:
    """When the last block begins; ValueError for a film, or where there is no block."""
    scale, cluster, last = USUAL_SCALE, 0, -1
    for name, body in _elements(content):
        if name == TRACK_TYPE and int.from_bytes(body, "big") == VIDEO:
            raise ValueError("a film")
        if name == SCALE:
            scale = int.from_bytes(body, "big")
        elif name == CLUSTER_TIME:
            cluster = int.from_bytes(body, "big")
        elif name in (SIMPLE_BLOCK, BLOCK):
            _, at = _number(body, 0, keeps_mark=False)
            last = max(last, cluster + int.from_bytes(body[at : at + 2], "big", signed=True))
    if last < 0:
        raise ValueError("no blocks")
    return max(last * scale / 1e9, 0.02)


def _elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(content):
        try:
            name, at = _number(content, at, keeps_mark=True)
            size, at = _number(content, at, keeps_mark=False)
        except IndexError:
            return  # cut off in the middle of an element: what came before counts
        if name in OUTER:
            continue
        yield name, content[at : at + size]
        at += size


def _number(content: bytes, at: int, *, keeps_mark: bool) -> tuple[int, int]:
    """A number whose first bits say how many bytes it has, and where it ends."""
    first = content[at]
    length = 9 - first.bit_length()
    if not 1 <= length <= 8 or at + length > len(content):
        raise IndexError(at)
    value = int.from_bytes(content[at : at + length], "big")
    return (value if keeps_mark else value & ((1 << (7 * length)) - 1)), at + length
