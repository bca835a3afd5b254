"""Each page without a language in its address speaks the first language its reader can read, of those we have."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware

from kith.kernel.languages import language_read


class ReaderLanguageMiddleware(LocaleMiddleware):
    """Django's choice among a browser's wishes, after each wish has become the language of ours that its reader reads.

    Django cuts a wish at its hyphen and never looks at the script: ``pa-PK, ur`` would lead to Gurmukhi. All that asks
    Django for the reader's language afterwards sees the same wishes.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Speak the reader's language."""
        if said := request.META.get("HTTP_ACCEPT_LANGUAGE"):
            request.META["HTTP_ACCEPT_LANGUAGE"] = wishes_we_have(said)
        super().process_request(request)


def wishes_we_have(said: str) -> str:
    """The wishes of an ``Accept-Language``, each by the code of our language; those we cannot meet are left out."""
    return ",".join(filter(None, map(_ours, said.split(","))))


def _ours(wish: str) -> str:
    tag, *weight = wish.split(";")
    if tag.strip() == "*":
        return wish
    read = language_read(tag)
    return ";".join([read.code, *weight]) if read else ""
