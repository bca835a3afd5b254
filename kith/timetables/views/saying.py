"""What several pages of timetables say alike."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from kith.platform.access.viewer import Request
from kith.timetables.wording.effects import CONFIRMATIONS

LOOK, SAVE, BACK = "look", "save", "back"


def lang() -> str:
    """The language of this page."""
    return get_language() or "en"


def to(name: str, *args: object, done: str) -> HttpResponse:
    """On to this page, which says what was done."""
    return HttpResponseRedirect(f"{reverse(name, args=args)}?{urlencode({'done': done})}")


def done(request: Request) -> str:
    """What the page says was done before it."""
    return str(CONFIRMATIONS.get(request.GET.get("done", ""), ""))


def carried(request: Request, *but: str) -> list[tuple[str, str]]:
    """All that was sent, to be sent again, but for these."""
    return [(name, each) for name in request.POST if name not in but for each in request.POST.getlist(name)]
