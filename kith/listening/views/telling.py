"""Pages for the public: telling us something, the page of its answer, and what was said and done."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.files.settings import MOST_MINUTES
from kith.listening.actions.promising import say_if_better
from kith.listening.actions.telling import tell_story
from kith.listening.forms.telling import BetterForm, TellForm
from kith.listening.parts import parts_of_said
from kith.listening.queries.public import you_said
from kith.listening.queries.telling import reading_now, story_answer
from kith.listening.rules.codes import Felt, Subject, ThemeId, of_short_code
from kith.listening.subjects import subject_of
from kith.listening.wording.stories import FELT
from kith.listening.wording.themes import THEME_STATES
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.private_links import unkept
from kith.platform.ui.questions import question


@unkept
def tell_us(request: Request) -> HttpResponse:
    """Ask what a parent or carer would like to tell the alliance."""
    return _told(request, None)


@unkept
def tell_us_about(request: Request, subject_kind: str, subject_id: int) -> HttpResponse:
    """Ask about one service, venue or session: the page behind a printed code."""
    subject = subject_of(request.viewer, subject_kind, subject_id, lang=get_language() or "en")
    if subject is None:
        raise NotFound("subject")
    return _told(request, subject)


def short(request: Request, short_code: str = "") -> HttpResponse:
    """From a short address to its page in the language of the phone; a code that is mistyped leads to the open one."""
    found = of_short_code(short_code)
    if found and subject_of(request.viewer, *found, lang=get_language() or "en"):
        return HttpResponseRedirect(reverse("tell-us-about", args=[found[0].value, found[1]]))
    return HttpResponseRedirect(reverse("tell-us"))


@unkept
def answer(request: Request, story_token: str) -> HttpResponse:
    """What has become of a story; and whether it is better."""
    found = story_answer(request.viewer, story_token)
    form = BetterForm(request.POST if request.method == "POST" else None)

    def say() -> HttpResponse:
        theme_id, better = ThemeId(form.cleaned_data["theme"]), Felt(form.cleaned_data["better"])
        say_if_better(by=request.viewer, token=story_token, theme_id=theme_id, better=better)
        return HttpResponseRedirect(reverse("story-answer", args=[story_token]), status=303)

    page = {"found": found, "states": THEME_STATES, "felt": FELT, "address": request.build_absolute_uri()}
    return question(request, "listening/answer.jinja", form, say, page)


def said_and_done(request: Request) -> HttpResponse:
    """What parents said and what became of it, kept and unkept."""
    lang = get_language() or "en"
    page = {
        "page": you_said(request.viewer, lang=lang),
        "brought": parts_of_said(request.viewer, lang),
        "states": THEME_STATES,
    }
    return render(request, "listening/you_said.jinja", page)


def _told(request: Request, subject: Subject | None) -> HttpResponse:
    form = TellForm(request.POST, request.FILES) if request.method == "POST" else TellForm()

    def tell() -> HttpResponse:
        told, key = form.told(get_language() or "en", subject), form.cleaned_data["request_key"]
        token = tell_story(told=told, request_key=key)
        if token:
            return HttpResponseRedirect(reverse("story-answer", args=[token]), status=303)
        return render(request, "listening/counted.jinja", {})

    page = {"subject": subject, "reading": reading_now(request.viewer), "most_seconds": MOST_MINUTES.now * 60}
    return question(request, "listening/tell_us.jinja", form, tell, page)
