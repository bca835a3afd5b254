import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.files.rules import byte_range
from kith.kernel import clock as kernel_clock
from kith.kernel.refusal import Refusal
from kith.library.actions.translating import translate_statement
from kith.library.actions.voices import remove_voice
from kith.library.models.voices import Voice
from kith.library.queries.reading import advice_page
from kith.library.rules.voices import MOST_BYTES, AudioKind, audio_kind, words_mark
from kith.library.tests import world
from kith.library.tests.world import BY, NAPPIES, SLUG
from kith.platform.access.viewer import ANONYMOUS

PAGE = f"/en/advice/{SLUG}/"
DESK = f"/desk/library/statements/{NAPPIES}/voice/en/"
WORDS = "From day five, six heavy wet nappies a day are a good sign."


@pytest.fixture
def two(db: None) -> world.Two:
    return world.a_library()


def a_form(**other: Any) -> dict[str, Any]:
    day = kernel_clock.today()
    return {
        "sound": SimpleUploadedFile("answer.exe", world.a_sound(), "application/x-msdownload"),
        "mark": words_mark(WORDS),
        "speaker": "Daniela Stoian",
        "source": "Recorded at the Family Hub",
        "recorded_on_day": day.day,
        "recorded_on_month": day.month,
        "recorded_on_year": day.year,
        "permission": "Signed form",
        **other,
    }


def read(client: Client) -> str:
    """The page as it is now: what a test changes is never committed, so the kept page does not know of it."""
    caches["pages"].clear()
    return client.get(PAGE).content.decode()


def test_a_keeper_adds_a_voice_and_readers_can_play_it(two: world.Two, client: Client) -> None:
    assert "<audio" not in read(client)
    client.force_login(world.an_editor(two))
    assert WORDS in client.get(DESK).content.decode()
    assert client.post(DESK, a_form()).status_code == 303
    client.logout()
    page = read(client)
    player = re.search(r"<audio[^>]*>", page)
    assert player
    assert "controls" in player[0]
    assert "autoplay" not in player[0]
    assert "read by <bdi>Daniela Stoian</bdi>" in page
    address = re.search(r'src="([^"]+)"', player[0])
    assert address
    answer = client.get(address[1])
    assert answer.content == world.a_sound()
    # What it is called by comes from what it is: never what the browser that sent it said.
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("audio/wav", "nosniff")
    assert answer["Content-Disposition"] == f'inline; filename="{NAPPIES}-en.wav"'
    assert "media-src 'self'" in answer["Content-Security-Policy"]


def test_a_player_gets_the_part_that_it_asks_for(two: world.Two, client: Client) -> None:
    address = f"/en/advice/voices/{world.read_aloud(NAPPIES, 'en', WORDS)}/"
    sound = world.a_sound()
    part = client.get(address, headers={"range": "bytes=4-9"})
    assert (part.status_code, part.content) == (206, sound[4:10])
    assert part["Content-Range"] == f"bytes 4-9/{len(sound)}"
    beyond = client.get(address, headers={"range": f"bytes={len(sound)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(sound)}")


def test_a_voice_older_than_its_words_is_played_to_nobody_and_keepers_are_told(two: world.Two, client: Client) -> None:
    number = world.read_aloud(NAPPIES, "en", WORDS)
    assert f"voices/{number}/" in read(client)
    world.change(two, NAPPIES, "At least six.")
    assert "<audio" not in read(client)
    assert client.get(f"/en/advice/voices/{number}/").status_code == 404
    client.force_login(world.an_editor(two))
    assert "Voice older than the words" in client.get(f"/desk/library/statements/{NAPPIES}/").content.decode()
    assert "Voice older than the words" in client.get(DESK).content.decode()
    assert client.get(f"/en/advice/voices/{number}/").status_code == 200


def test_a_voice_of_a_translation_is_outdated_with_its_words_or_their_english(two: world.Two) -> None:
    with pytest.raises(Refusal, match="nothing_to_read"):
        world.read_aloud(NAPPIES, "ro", "")

    def played() -> bool:
        page = advice_page(ANONYMOUS, SLUG, "ro")
        return page.sections[0].statements[0].voice is not None

    translate_statement(by=BY, key=NAPPIES, language="ro", text="Șase scutece.")
    world.read_aloud(NAPPIES, "ro", "Șase scutece.")
    assert played()
    translate_statement(by=BY, key=NAPPIES, language="ro", text="Cel puțin șase scutece.")
    assert not played()
    world.read_aloud(NAPPIES, "ro", "Cel puțin șase scutece.")
    assert played()
    world.change(two, NAPPIES, "At least six.")
    assert not played()
    with pytest.raises(Refusal, match="nothing_to_read"):
        world.read_aloud(NAPPIES, "ro", "Cel puțin șase scutece.")


def test_words_that_changed_under_the_form_are_not_put_to_the_voice(two: world.Two, client: Client) -> None:
    client.force_login(world.an_editor(two))
    world.change(two, NAPPIES, "At least six.")
    answer = client.post(DESK, a_form())
    assert answer.status_code == 422
    assert "The words have changed" in answer.content.decode()
    assert words_mark("At least six.") in answer.content.decode()


def test_another_voice_takes_the_place_of_the_one_before(two: world.Two) -> None:
    first, second = (world.read_aloud(NAPPIES, "en", WORDS, world.a_sound(length)) for length in (0.1, 0.2))
    there = Voice.objects.get()
    assert there.pk == second != first
    assert bytes(there.sound) == world.a_sound(0.2)
    for _twice in range(2):
        remove_voice(by=BY, key=NAPPIES, language="en")
    assert not Voice.objects.exists()


def test_whoever_asks_about_a_voice_does_not_fetch_its_sound(two: world.Two) -> None:
    world.read_aloud(NAPPIES, "en", WORDS)
    assert "sound" in Voice.objects.get().get_deferred_fields()


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ({"content": b"MZ\x90\x00 this is a program"}, "no_voice"),
        ({"content": b"<html><script>alert(1)</script>"}, "no_voice"),
        ({"content": b"RIFF0000WAVE" + bytes(MOST_BYTES)}, "voice_too_large"),
        ({"speaker": " "}, "words_incomplete"),
        ({"source": "Given by Aptamil"}, "against_the_code"),
        ({"permission": "https://www.nestle.co.uk/"}, "against_the_code"),
        ({"file_name": "aptamil_advice.mp3"}, "against_the_code"),
        ({"recorded_on": kernel_clock.today() + timedelta(days=40_000)}, "recorded_later"),
    ],
)
def test_what_cannot_be_a_voice_is_refused(two: world.Two, declared: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        world.read_aloud(NAPPIES, "en", WORDS, **declared)


def test_a_form_without_a_file_or_with_too_large_a_one_says_what_to_do(two: world.Two, client: Client) -> None:
    client.force_login(world.an_editor(two))
    form = a_form()
    del form["sound"]
    assert "Choose a sound file" in client.post(DESK, form).content.decode()
    large = SimpleUploadedFile("answer.wav", b"RIFF0000WAVE" + bytes(MOST_BYTES))
    assert "larger than 6 megabytes" in client.post(DESK, a_form(sound=large)).content.decode()
    assert client.post(DESK, {"do": "remove", "sure": "yes"}).status_code == 303


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (world.a_sound(), AudioKind.WAV),
        (b"ID3\x04\x00\x00\x00\x00\x00\x23", AudioKind.MP3),
        (b"\xff\xfb\x90\x64", AudioKind.MP3),
        (b"\xff\xf1\x50\x80", None),  # AAC without a container
        (b"OggS" + bytes(24) + b"OpusHead", AudioKind.OGG),
        (b"OggS" + bytes(24) + b"\x80theora", None),
        (b"\x00\x00\x00\x20ftypM4A ", AudioKind.M4A),
        (b"\x00\x00\x00\x20ftypheic", None),
        (b"", None),
    ],
)
def test_a_sound_is_known_by_its_content(content: bytes, kind: AudioKind | None) -> None:
    assert audio_kind(content) is kind


@given(st.integers(1, 10_000), st.integers(0, 12_000), st.integers(0, 12_000))
def test_a_range_is_always_a_part_of_the_file(size: int, first: int, last: int) -> None:
    for asked in (f"bytes={first}-{last}", f"bytes={first}-", f"bytes=-{last}"):
        try:
            part = byte_range(asked, size)
        except ValueError:
            assert first >= size or last == 0
            continue
        if part:
            assert 0 <= part[0] < part[1] <= size
    assert byte_range("", size) is None
    assert byte_range("bytes=0-1,4-5", size) is None
