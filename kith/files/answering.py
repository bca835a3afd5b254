"""How a picture or a sound is answered: as what it is and nothing else, whatever it holds."""

from collections.abc import Mapping

from django.http import HttpResponse

from kith.files.pictures import MEDIA_TYPE, Picture
from kith.files.queries import Heard
from kith.files.rules import SoundKind, part_asked

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


def sound_answer(sound: Heard, *, part: str = "") -> HttpResponse:
    """The sound, or the part of it that a player asks for; no browser keeps it, or takes it for a page."""
    size, span = len(sound.content), part_asked(part, len(sound.content))
    headers = {
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-store",
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    media_type = SOUND_TYPES[sound.kind]
    if span is None:
        return HttpResponse(sound.content, content_type=media_type, headers=headers)
    first, last = span
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return HttpResponse(sound.content[first : last + 1], status=206, content_type=media_type, headers=headers)
