"""Ogg: each page says how many samples there are up to its end. Pure."""

OPUS_RATE = 48_000
MARK = b"OggS"


def seconds(content: bytes) -> float:
    """How long it lasts, by the last page on which a packet ends."""
    rate, at = _rate(content), len(content)
    while (at := content.rfind(MARK, 0, at)) > 0:
        samples = int.from_bytes(content[at + 6 : at + 14], "little", signed=True)
        if samples > 0:
            return samples / rate
    raise ValueError("no samples")


def _rate(content: bytes) -> int:
    begin = content[:128]
    if b"OpusHead" in begin:
        return OPUS_RATE
    at = begin.index(b"\x01vorbis")
    return int.from_bytes(content[at + 12 : at + 16], "little")
