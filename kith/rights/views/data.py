"""Her own data: a copy to take away, and what she asks of it."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from kith.families.queries.record_reads import record_reads
from kith.families.wording.trust import EMERGENCY_REASONS
from kith.kernel.ids import FamilyId
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question
from kith.rights.actions.copies import take_copy
from kith.rights.actions.requests import ask_about_data
from kith.rights.copy_files import machine_readable, readable
from kith.rights.forms import KINDS_OF_HERS, AskForm
from kith.rights.queries.requests import controllers, my_data_requests
from kith.rights.rules.codes import RequestKind
from kith.rights.wording.requests import KINDS, STATES

JSON, PAGE = "json", "page"


@unkept
def my_data(request: Request) -> HttpResponse:
    """Take a copy, ask for a correction or an erasure, and see what became of what was asked."""
    must_prove = bool(get_adapter(request).is_reauthentication_required())
    if request.method == "POST" and not must_prove:
        return _copy(request, JSON if request.POST.get("as") == JSON else PAGE)
    page = {
        "must_prove": must_prove,
        "is_asked": request.GET.get("done") == "asked",
        "requests": my_data_requests(request.viewer),
        "kinds": KINDS,
        "states": STATES,
        "asks": [(kind.value, KINDS[kind]) for kind in KINDS_OF_HERS],
    }
    return render(request, "rights/my_data.jinja", page)


def prove_again(request: Request) -> HttpResponse:
    """Sign her out and lead her to a new code, and from there back to her data."""
    logout(request)
    return HttpResponseRedirect(f"{reverse('parent-sign-in')}?next={reverse('my-data')}", status=303)


@unkept
def ask(request: Request, data_kind: str) -> HttpResponse:
    """Ask what is to be put right, erased, or sent; lead back to what became of it."""
    if data_kind not in KINDS_OF_HERS:
        raise NotFound("kind of request")
    kind = RequestKind(data_kind)
    form = AskForm(_sent(request), controllers=controllers(request.viewer))

    def send() -> HttpResponse:
        ask_about_data(
            by=request.viewer,
            kind=kind,
            organisation_id=form.organisation_id,
            words=form.cleaned_data["words"],
            language=get_language() or "en",
            request_key=form.cleaned_data["request_key"],
        )
        return HttpResponseRedirect(f"{reverse('my-data')}?done=asked", status=303)

    return question(request, "rights/ask.jinja", form, send, {"kind": kind, "title": KINDS[kind]})


def my_readers(request: Request, family_id: UUID) -> HttpResponse:
    """Everyone who has opened her record."""
    found = record_reads(request.viewer, FamilyId(family_id), ListAsked.of(request.GET))
    return render(request, "rights/my_readers.jinja", {"found": found, "reasons": EMERGENCY_REASONS})


def _copy(request: Request, form: str) -> HttpResponse:
    copy = take_copy(by=request.viewer, form=form)
    if form == JSON:
        response = HttpResponse(machine_readable(copy), content_type="application/json; charset=utf-8")
    else:
        response = HttpResponse(render_to_string("rights/copy.jinja", {"copy": copy, "parts": readable(copy)}, request))
    response["Content-Disposition"] = f'attachment; filename="my-data.{"json" if form == JSON else "html"}"'
    return response


def _sent(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
