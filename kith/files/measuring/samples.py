"""WAV: chunks in a RIFF file, one of which says how many bytes a second take. Pure."""

from collections.abc import Iterator

HEAD = 12
ABOUT = frozenset({b"LIST", b"id3 ", b"ID3 ", b"bext", b"iXML"})
"""Chunks that say who recorded what where."""


def seconds(content: bytes) -> float:
    """How long the samples last."""
    bytes_a_second = 0
    for name, begin, size in _chunks(content):
        if name == b"fmt ":
            bytes_a_second = int.from_bytes(content[begin + 8 : begin + 12], "little")
        if name == b"data":
            return min(size, len(content) - begin) / bytes_a_second
    raise ValueError("no samples")


def bare(content: bytes) -> bytes:
    """The file with what is said about it blanked."""
    made = bytearray(content)
    for name, begin, size in _chunks(content):
        if name in ABOUT:
            end = min(begin + size, len(made))
            made[begin - 8 : begin - 4] = b"JUNK"
            made[begin:end] = bytes(end - begin)
    return bytes(made)


def _chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    at = HEAD
    while at + 8 <= len(content):
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        yield content[at : at + 4], at + 8, size
        at += 8 + size + size % 2
