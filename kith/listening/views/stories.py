"""Pages of those who read stories first, and of those who translate one."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from kith.files.qr import qr_code
from kith.listening.actions.clearing import ask_for_translation, clear_story, translate_story
from kith.listening.actions.reading import let_story_on, put_on_duty, set_story_aside, take_off_duty
from kith.listening.actions.writing_down import ask_for_transcript
from kith.listening.forms.reading import AsideForm, AskForm, ClearForm, DutyForm, HearForm, TranslateForm, member_id
from kith.listening.queries import stories as queries
from kith.listening.queries.codes import code_for, code_subjects
from kith.listening.rules.codes import StoryId
from kith.listening.wording.stories import ASIDE_REASONS, STATES
from kith.platform.access import NotFound
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question
from kith.platform.ui.refusals import RefusableForm


def stories(request: Request) -> HttpResponse:
    """What waits to be read, what waits to be cleared, and what was read."""
    asked = ListAsked.of(request.GET, "read")
    page = {
        "unread": queries.unread_stories(request.viewer),
        "to_clear": queries.stories_to_clear(request.viewer),
        "read": queries.stories_read(request.viewer, asked),
        "duty": queries.days_of_duty(request.viewer),
        "states": STATES,
    }
    return render(request, "listening/stories.jinja", page)


def story(request: Request, story_id: UUID) -> HttpResponse:
    """Read one story: let it on or set it aside, have it translated, and clear it for others."""
    found = queries.story_page(request.viewer, StoryId(story_id))
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    speakers = queries.who_speaks(request.viewer, found.row.language)
    aside = AsideForm(sent if do == "aside" else None)
    ask = AskForm(sent if do == "ask" else None, people=speakers)
    hear = HearForm(sent if do == "hear" else None, people=speakers)
    clear = ClearForm(sent if do == "clear" else None, initial=found.begins_with)
    page = _page(found, aside=aside, hear=hear, ask=ask, clear=clear)
    acted: RefusableForm | None = None
    if do == "let-on":
        let_story_on(by=request.viewer, story_id=found.row.id)
    elif do:
        acted, act = {
            "aside": (aside, lambda: set_story_aside(by=request.viewer, story_id=found.row.id, **aside.answer)),
            "hear": (hear, lambda: _ask_to_hear(request, found.row.id, hear)),
            "ask": (ask, lambda: _ask(request, found.row.id, ask)),
            "clear": (clear, lambda: clear_story(by=request.viewer, story_id=found.row.id, **clear.cleaned_data)),
        }.get(do, (None, None))
        if acted is None or act is None:
            raise NotFound("story")
        if not is_done(acted, act):
            return render(request, "listening/story.jinja", page, status=422)
    elif sent is not None:
        return render(request, "listening/story.jinja", page, status=422)
    if sent is not None:
        return HttpResponseRedirect(reverse("story", args=[story_id]), status=303)
    return render(request, "listening/story.jinja", page)


def translate(request: Request, story_id: UUID) -> HttpResponse:
    """Put a story into English, for the one who was asked."""
    found = queries.to_translate(request.viewer, StoryId(story_id))
    form = TranslateForm(request.POST if request.method == "POST" else None, initial={"words": found.english})

    def act() -> HttpResponse:
        translate_story(by=request.viewer, story_id=found.id, words=form.cleaned_data["words"])
        return HttpResponseRedirect(reverse("desk"), status=303)

    return question(request, "listening/translate.jinja", form, act, {"found": found})


def duty(request: Request) -> HttpResponse:
    """Who reads first on which days."""
    people = queries.readers(request.viewer)
    is_off = request.POST.get("do") == "take-off"
    form = DutyForm(request.POST if request.method == "POST" and not is_off else None, people=people)
    again = HttpResponseRedirect(reverse("story-duty"), status=303)
    if is_off:
        take_off_duty(by=request.viewer, duty_id=_number(request.POST.get("duty", "")))
        return again

    def act() -> HttpResponse:
        put_on_duty(by=request.viewer, **form.answer)
        return again

    return question(request, "listening/duty.jinja", form, act, {"rows": queries.days_of_duty(request.viewer)})


def codes(request: Request) -> HttpResponse:
    """The services and venues that have a code to print."""
    return render(request, "listening/codes.jinja", {"subjects": code_subjects(request.viewer, get_language() or "en")})


def code(request: Request, subject_kind: str, subject_id: int) -> HttpResponse:
    """One code to print, with what it is for in every language."""
    found = code_for(request.viewer, subject_kind, subject_id, get_language() or "en")
    page = {"found": found, "code": qr_code(found.address, label=found.subject.name)}
    return render(request, "listening/code.jinja", page)


def _ask(request: Request, story_id: StoryId, form: AskForm) -> None:
    to = member_id(form.cleaned_data["translator"])
    ask_for_translation(by=request.viewer, story_id=story_id, translator_id=to)


def _ask_to_hear(request: Request, story_id: StoryId, form: HearForm) -> None:
    to = member_id(form.cleaned_data["writer"])
    ask_for_transcript(by=request.viewer, story_id=story_id, writer_id=to)


def _page(found: queries.StoryPage, **forms: RefusableForm) -> dict[str, object]:
    return {"found": found, **forms, "states": STATES, "reasons": ASIDE_REASONS}


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise NotFound("duty")
    return int(typed)
