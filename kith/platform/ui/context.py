"""What every page may rely on, for every reader."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from kith.kernel.choices import place
from kith.kernel.choices.colours import own_colours
from kith.kernel.languages import ENGLISH, Language, interface_language, is_interface_language
from kith.platform.access.viewer import ANONYMOUS
from kith.platform.i18n.checking import checked_by


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one language."""

    language: Language
    url: str
    is_current: bool


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The reader, the place, the language, and this page's address in every other language."""
    language = interface_language(get_language() or ENGLISH.code)
    return {
        "viewer": getattr(request, "viewer", ANONYMOUS),
        "place_name": settings.KITH.title,
        "own_colours": own_colours(),
        "demonstration": settings.KITH.demonstration,
        "language": language,
        "languages": language_links(request, language),
        "is_machine_translated": not checked_by(language.code),
        "home": f"/{language.code}/",
        "desk": "/desk/",
        "path": request.path,
    }


def language_links(request: HttpRequest, current: Language) -> tuple[LanguageLink, ...]:
    """The page in each language; none where the address does not begin with one."""
    _, first, *rest = request.path.split("/", 2)
    if not is_interface_language(first):
        return ()
    tail = "/".join(rest)
    query = f"?{request.META['QUERY_STRING']}" if request.method == "GET" and request.META.get("QUERY_STRING") else ""
    return tuple(
        LanguageLink(language, f"/{language.code}/{tail}{query}", language == current)
        for language in place.languages_offered()
    )
