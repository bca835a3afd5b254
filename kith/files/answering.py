"""How a picture is answered: as what it is and nothing else, whatever it holds."""

from django.http import HttpResponse

from kith.files.pictures import MEDIA_TYPE, Picture


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
