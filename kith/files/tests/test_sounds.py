"""A spoken note is known by its content, measured, bared of where it was recorded, and erased for good."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.files.actions import erase_sound, keep_sound
from kith.files.models import Sound
from kith.files.queries import sound_of
from kith.files.rules import MEGABYTE, SoundId, SoundKind
from kith.files.sounds import sound_made_safe
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import ANONYMOUS, system_actor

BY = system_actor("tests")
RATE = 8000
HOME = b"Recorded at 7 Elm Close"


def a_wav(seconds: float = 2, about: bytes = b"") -> bytes:
    """Silence of one channel and eight bits, and what a recorder says about it."""
    samples = b"\x80" * int(RATE * seconds)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, RATE, RATE, 1, 8)
    listed = b"LIST" + struct.pack("<I", len(about)) + about + b"\0" * (len(about) % 2) if about else b""
    body = b"WAVE" + form + listed + b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body


def element(name: int, body: bytes, *, is_open: bool = False) -> bytes:
    size = b"\x01" + b"\xff" * 7 if is_open else struct.pack(">Q", len(body) | 1 << 56)
    return name.to_bytes((name.bit_length() + 7) // 8, "big") + size + body


def a_webm(seconds: int, track: int = 2) -> bytes:
    """As a browser writes it: sizes of the outer elements unknown, one block a second."""
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, bytes([track]))))
    clusters = b"".join(
        element(
            0x1F43B675, element(0xE7, (at * 1000).to_bytes(3, "big")) + element(0xA3, b"\x81\0\0\x80x"), is_open=True
        )
        for at in range(seconds + 1)
    )
    return element(0x1A45DFA3, element(0x4282, b"webm")) + element(0x18538067, tracks + clusters, is_open=True)


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + name + body


def an_mp4(seconds: int, handler: bytes = b"soun") -> bytes:
    """As a phone writes it, in one fragment, and with the place beside it."""
    head = struct.pack(">IIIII", 0, 0, 0, RATE, 0)
    track = box(b"trak", box(b"mdia", box(b"mdhd", head) + box(b"hdlr", bytes(8) + handler + bytes(12))))
    extends = box(b"mvex", box(b"trex", struct.pack(">IIIIII", 0, 1, 1, 1000, 0, 0)))
    movie = box(b"moov", box(b"mvhd", head) + track + extends + box(b"udta", box(b"\xa9xyz", HOME)))
    run = box(b"trun", struct.pack(">II", 0, 8 * seconds))
    return box(b"ftyp", b"M4A \0\0\0\0") + movie + box(b"moof", box(b"traf", box(b"tfhd", bytes(8)) + run))


def an_ogg(seconds: int) -> bytes:
    def page(samples: int, body: bytes) -> bytes:
        return b"OggS\0\0" + struct.pack("<q", samples) + bytes(13) + body

    return page(0, b"OpusHead" + bytes(11)) + page(48_000 * seconds, b"x") + page(-1, b"y")


def an_mp3(frames: int) -> bytes:
    return b"ID3\x04\0\0\0\0\0\x17" + HOME + (b"\xff\xfb\x90\0" + bytes(413)) * frames


def safe(content: bytes):
    return sound_made_safe(content, most_megabytes=1, most_minutes=5)


@pytest.mark.parametrize(
    ("content", "kind", "seconds"),
    [
        (a_wav(2, HOME), SoundKind.WAV, 2),
        (a_webm(7), SoundKind.WEBM, 7),
        (an_mp4(9), SoundKind.MP4, 9),
        (an_ogg(4), SoundKind.OGG, 4),
        (an_mp3(77), SoundKind.MP3, 2),
    ],
)
def test_each_kind_is_known_measured_and_says_no_more_where_it_was_recorded(content, kind, seconds):
    made = safe(content)
    assert (made.kind, made.seconds, HOME in made.content) == (kind, seconds, False)
    assert safe(made.content).seconds == seconds


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"", "sound_is_empty"),
        (b"%PDF-1.7 a letter", "sound_kind_unknown"),
        (b"\xff\xd8\xff\xe0 a photo", "sound_kind_unknown"),
        (a_wav()[:30], "sound_unreadable"),
        (a_webm(3, track=1), "sound_unreadable"),
        (an_mp4(3, handler=b"vide"), "sound_unreadable"),
        (a_webm(320), "sound_too_long"),
        (b"OggS" + bytes(MEGABYTE), "sound_too_large"),
    ],
)
def test_what_is_no_spoken_note_is_refused_in_words(content, refused):
    with pytest.raises(Refusal) as found:
        safe(content)
    assert found.value.code == refused


@given(st.sampled_from([a_wav(0.01), a_webm(1), an_mp4(1), an_ogg(1), an_mp3(4)]), st.binary(max_size=60), st.data())
def test_a_damaged_file_is_refused_and_breaks_nothing(content, noise, data):
    at = data.draw(st.integers(0, len(content)))
    with suppress(Refusal):
        assert safe(content[:at] + noise + content[at + len(noise) :]).seconds > 0


@pytest.mark.django_db
def test_a_sound_is_kept_and_erased_with_all_it_holds():
    sound_id, seconds = keep_sound(a_wav(3))
    heard = sound_of(ANONYMOUS, sound_id)
    assert heard
    assert (heard.kind, seconds) == (SoundKind.WAV, 3)
    erase_sound(by=BY, sound_id=sound_id)
    erase_sound(by=BY, sound_id=sound_id)
    assert (sound_of(ANONYMOUS, sound_id), bytes(Sound.objects.get().content)) == (None, b"")
    assert sound_of(ANONYMOUS, SoundId(new_uuid())) is None
