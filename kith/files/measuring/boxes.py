"""MP4: boxes within boxes; the file says how long it is, or each fragment does. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

OUTER = frozenset({b"moov", b"trak", b"mdia", b"mvex", b"moof", b"traf"})
ABOUT = frozenset({b"udta", b"meta"})
"""Boxes that say where it was recorded, and what it is called."""
FILM = b"vide"


@dataclass
class _Read:
    whole: float = 0.0
    scale: int = 0
    usual: int = 0
    in_fragment: int = 0
    ticks: int = 0


def seconds(content: bytes) -> float:
    """How long it lasts; ValueError for a film."""
    read = _Read()
    for name, begin, end in _boxes(content, 0, len(content)):
        body = content[begin:end]
        if name == b"hdlr" and body[8:12] == FILM:
            raise ValueError("a film")
        if name == b"mvhd":
            scale, length = _times(body)
            read.whole = length / scale
        elif name == b"mdhd":
            read.scale, _ = _times(body)
        elif name == b"trex":
            read.usual = _whole(body, 12)
        elif name == b"tfhd":
            read.in_fragment = _of_fragment(body) or read.usual
        elif name == b"trun":
            read.ticks += _of_run(body, read.in_fragment)
    return max(read.whole, read.ticks / read.scale if read.scale else 0.0)


def bare(content: bytes) -> bytes:
    """The file with what is said about it blanked; every sound stays where it was."""
    made = bytearray(content)
    for name, begin, end in _boxes(content, 0, len(content)):
        if name in ABOUT:
            made[begin - 4 : begin] = b"free"
            made[begin:end] = bytes(end - begin)
    return bytes(made)


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while at + 8 <= end:
        size, name, begin = _whole(content, at), content[at + 4 : at + 8], at + 8
        if size == 1:
            size, begin = int.from_bytes(content[at + 8 : at + 16], "big"), at + 16
        stop = min(at + size, end) if size else end
        if stop < begin:
            raise ValueError("a box smaller than its head")
        yield name, begin, stop
        if name in OUTER:
            yield from _boxes(content, begin, stop)
        at = stop


def _times(body: bytes) -> tuple[int, int]:
    """Ticks a second, and ticks in all, of a head of either version."""
    if body[0] == 1:
        return _whole(body, 20), int.from_bytes(body[24:32], "big")
    return _whole(body, 12), _whole(body, 16)


def _of_fragment(body: bytes) -> int:
    flags = _whole(body, 0)
    at = 8 + 8 * bool(flags & 0x1) + 4 * bool(flags & 0x2)
    return _whole(body, at) if flags & 0x8 else 0


def _of_run(body: bytes, usual: int) -> int:
    flags, count = _whole(body, 0), _whole(body, 4)
    if not flags & 0x100:
        return count * usual
    at = 8 + 4 * bool(flags & 0x1) + 4 * bool(flags & 0x4)
    step = 4 * sum(bool(flags & each) for each in (0x100, 0x200, 0x400, 0x800))
    return sum(_whole(body, at + number * step) for number in range(min(count, len(body) // step)))


def _whole(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 4], "big")
