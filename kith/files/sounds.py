"""A spoken note made safe: known by what it begins with, measured, and without what a phone writes beside the sound.

Where it was recorded and what it is called stand beside the sound in files of phones (MP4), of recorders (WAV) and in
MP3; they are blanked. The sound itself is kept as it came. Pure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kith.files.measuring import boxes, elements, frames, pages, samples
from kith.files.rules import SoundKind, may_keep, sound_kind
from kith.kernel.refusal import Refusal

Measure = Callable[[bytes], float]
MEASURES: Mapping[SoundKind, Measure] = {
    SoundKind.WEBM: elements.seconds,
    SoundKind.OGG: pages.seconds,
    SoundKind.MP4: boxes.seconds,
    SoundKind.MP3: frames.seconds,
    SoundKind.WAV: samples.seconds,
}
BARE: Mapping[SoundKind, Callable[[bytes], bytes]] = {
    SoundKind.MP4: boxes.bare,
    SoundKind.MP3: frames.bare,
    SoundKind.WAV: samples.bare,
}


@dataclass(frozen=True)
class SafeSound:
    """A sound as it is kept: what it is, and how long it lasts."""

    content: bytes
    kind: SoundKind
    seconds: int


def sound_made_safe(content: bytes, *, most_megabytes: int, most_minutes: int) -> SafeSound:
    """The sound without what stands beside it; a Refusal in words for what is too large, too long, or no sound."""
    if refusal := may_keep(content, most_megabytes=most_megabytes):
        raise refusal
    kind = sound_kind(content)
    if kind is None:
        raise Refusal("sound_kind_unknown")
    try:
        seconds = MEASURES[kind](content)
    # A broken or hostile file ends in one of many ways; each means the same here.
    except (ValueError, IndexError, KeyError, OverflowError, ZeroDivisionError) as error:
        raise Refusal("sound_unreadable") from error
    if seconds <= 0:
        raise Refusal("sound_unreadable")
    if seconds > most_minutes * 60 + 1:
        raise Refusal("sound_too_long", most=most_minutes)
    made = BARE[kind](content) if kind in BARE else content
    return SafeSound(made, kind, max(1, round(seconds)))
