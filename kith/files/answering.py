"""How a picture or a sound is answered: as what it is and nothing else, whatever it holds."""

from collections.abc import Mapping

from django.http import HttpResponse

from kith.files.pictures import MEDIA_TYPE, Picture
from kith.files.queries import Heard
from kith.files.rules import SoundKind, byte_range

SOUND_TYPES: Mapping[SoundKind, str] = {
    SoundKind.WEBM: "audio/webm",
    SoundKind.OGG: "audio/ogg",
    SoundKind.MP4: "audio/mp4",
    SoundKind.MP3: "audio/mpeg",
    SoundKind.WAV: "audio/wav",
}


def picture_answer(picture: Picture) -> HttpResponse:
    """The picture, which no browser takes for a page or runs anything of; kept by none for longer than an hour.

    So one that is taken away is soon gone from the phones that have seen it.
    """
    headers = {
        "Cache-Control": "private, max-age=3600",
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(picture.content, content_type=MEDIA_TYPE, headers=headers)


def sound_answer(sound: Heard, *, asked: str = "") -> HttpResponse:
    """The sound, or the part of it that a player asks for; no browser keeps it, or takes it for a page."""
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    return part_of(sound.content, SOUND_TYPES[sound.kind], asked=asked, headers=headers)


def part_of(content: bytes, media_type: str, *, asked: str, headers: Mapping[str, str]) -> HttpResponse:
    """The whole, or the part that the header ``Range`` asks for: 206, or 416 where nothing of it is left."""
    size, said = len(content), {"Accept-Ranges": "bytes", **headers}
    try:
        part = byte_range(asked, size)
    except ValueError:
        return HttpResponse(status=416, headers={**said, "Content-Range": f"bytes */{size}"})
    if part is None:
        return HttpResponse(content, content_type=media_type, headers=said)
    start, end = part
    said["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return HttpResponse(content[start:end], status=206, content_type=media_type, headers=said)
