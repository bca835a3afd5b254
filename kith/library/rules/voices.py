"""Voices that read an answer aloud: which files are taken."""

import hashlib
from enum import StrEnum

MOST_BYTES = 6 * 1024 * 1024
"""Half a minute of speech, uncompressed, twice over."""
_SPOKEN_IN_MP4 = {b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2", b"3gp4", b"3gp5"}


class AudioKind(StrEnum):
    """The kinds of sound file that browsers play; the value is the end of the file's name."""

    MP3 = "mp3"
    OGG = "ogg"
    M4A = "m4a"
    WAV = "wav"

    @property
    def media_type(self) -> str:
        """What the browser is told it is."""
        return {"mp3": "audio/mpeg", "ogg": "audio/ogg", "m4a": "audio/mp4", "wav": "audio/wav"}[self.value]


def audio_kind(content: bytes) -> AudioKind | None:
    """What the content itself says it is, whatever the file is called; None if it is no sound that browsers play."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return AudioKind.WAV
    if content[:4] == b"OggS" and any(codec in content[:128] for codec in (b"OpusHead", b"\x01vorbis")):
        return AudioKind.OGG
    if content[4:8] == b"ftyp" and content[8:12] in _SPOKEN_IN_MP4:
        return AudioKind.M4A
    return AudioKind.MP3 if content[:3] == b"ID3" or _begins_with_mp3_frame(content) else None


def _begins_with_mp3_frame(content: bytes) -> bool:
    """Eleven bits of sync, a version, layer III, and a bit rate that exists (ISO/IEC 11172-3, 2.4.2.3)."""
    if len(content) < 4 or content[0] != 0xFF or content[1] & 0xE0 != 0xE0:
        return False
    return content[1] & 0x18 != 0x08 and content[1] & 0x06 == 0x02 and content[2] & 0xF0 not in (0x00, 0xF0)


def words_mark(text: str) -> str:
    """A short mark of these words: a form carries it, so that a voice is never put to words that changed meanwhile."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
