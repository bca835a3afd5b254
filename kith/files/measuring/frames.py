"""MP3: frames one after another, each of which says how fast it is; a page about the file stands before them. Pure."""

LEAST_FRAMES = 3
"""Fewer in a row could be chance."""
KILOBITS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
LAYER_THREE = 1
TAIL = 128


def seconds(content: bytes) -> float:
    """How long the frames last."""
    at, total, count = _begin(content), 0.0, 0
    while at + 4 <= len(content) and (frame := _frame(content[at : at + 4])):
        size, lasts = frame
        at, total, count = at + size, total + lasts, count + 1
    if count < LEAST_FRAMES:
        raise ValueError("no frames")
    return total


def bare(content: bytes) -> bytes:
    """The frames without the pages about them, before and behind."""
    made = content[_begin(content) :]
    return made[:-TAIL] if made[-TAIL:].startswith(b"TAG") else made


def _begin(content: bytes) -> int:
    if not content.startswith(b"ID3"):
        return 0
    # Seven bits of each byte count.
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame(head: bytes) -> tuple[int, float] | None:
    """How many bytes the frame has and how long it lasts; None for what begins no frame of layer three."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version not in RATES or layer != LAYER_THREE:
        return None
    bits, rate_at = head[2] >> 4, head[2] >> 2 & 3
    if bits in (0, 15) or rate_at == 3:
        return None
    is_first = version == 3
    rate, samples = RATES[version][rate_at], 1152 if is_first else 576
    size = samples // 8 * KILOBITS[1 if is_first else 2][bits] * 1000 // rate + (head[2] >> 1 & 1)
    return size, samples / rate
