"""Pages of themes: gathering stories, promising, replying, and how welcome people feel."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kith.kernel.ids import VenueId
from kith.kernel.languages import is_interface_language
from kith.listening.actions.promising import promise, reply_to_writers, settle_theme
from kith.listening.actions.theming import begin_theme, put_in_theme, take_out_of_theme
from kith.listening.actions.welcoming import note_venue_change
from kith.listening.forms.themes import PromiseForm, ReplyForm, SettleForm, SortForm, VenueChangeForm
from kith.listening.parts import parts_of_theme
from kith.listening.queries import themes as queries
from kith.listening.queries.welcome import welcome_counts
from kith.listening.rules.codes import StoryId, SubjectKind, ThemeId
from kith.listening.subjects import all_subjects
from kith.listening.wording.stories import FELT, GROUPS
from kith.listening.wording.themes import THEME_STATES
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import is_done, question


def themes(request: Request) -> HttpResponse:
    """What waits to be gathered, and every theme."""
    state = request.GET.get("state", "")
    page = {
        "unsorted": queries.unsorted_stories(request.viewer, ListAsked.of(request.GET, "unsorted")),
        "alike": queries.alike_unsorted(request.viewer),
        "themes": queries.themes(request.viewer, ListAsked.of(request.GET), state=state),
        "state": state,
        "states": THEME_STATES,
        "choices": [("", gettext("All")), *((each.value, words) for each, words in THEME_STATES.items())],
    }
    return render(request, "listening/themes.jinja", page)


def sort_story(request: Request, story_id: UUID) -> HttpResponse:
    """Put a cleared story into a theme: one that is like it, another, or a new one."""
    story, alike, inside = queries.story_to_sort(request.viewer, StoryId(story_id))
    form = SortForm(request.POST if request.method == "POST" else None, themes=queries.theme_titles(request.viewer))

    def act() -> HttpResponse:
        chosen, title = form.cleaned_data["theme"], form.cleaned_data["title"]
        if chosen:
            put_in_theme(by=request.viewer, story_id=story.id, theme_id=ThemeId(int(chosen)))
        else:
            chosen = begin_theme(by=request.viewer, title=title, story_id=story.id)
        return HttpResponseRedirect(reverse("theme", args=[chosen]), status=303)

    page = {"story": story, "alike": alike, "inside": inside, "states": THEME_STATES}
    return question(request, "listening/sort_story.jinja", form, act, page)


def theme(request: Request, theme_id: int) -> HttpResponse:
    """One theme: its stories, what was promised, what became of it."""
    found = queries.theme_page(request.viewer, ThemeId(theme_id))
    do, sent = request.POST.get("do", ""), request.POST if request.method == "POST" else None
    people = queries.who_may_own(request.viewer)
    promising = PromiseForm(sent if do == "promise" else None, people=people)
    settling = SettleForm(sent if do == "settle" else None, auto_id="settle_%s")
    page = {"found": found, "promising": promising, "settling": settling, "states": THEME_STATES, "felt": FELT}
    page["brought"] = parts_of_theme(request.viewer, found.row.id)
    if sent is None:
        return render(request, "listening/theme.jinja", page)
    if Permission.MANAGE_THEMES not in request.viewer.permissions:
        raise Forbidden(Permission.MANAGE_THEMES.value)
    is_acted = (
        _took_out(request, found.row.id)
        if do == "take-out"
        else is_done(promising, lambda: promise(by=request.viewer, theme_id=found.row.id, new=promising.new))
        or is_done(settling, lambda: settle_theme(by=request.viewer, theme_id=found.row.id, **settling.answer))
    )
    if not is_acted:
        return render(request, "listening/theme.jinja", page, status=422)
    return HttpResponseRedirect(reverse("theme", args=[theme_id]), status=303)


def reply(request: Request, theme_id: int, reply_language: str) -> HttpResponse:
    """Say in one language what has become of a theme, to all who wrote in it."""
    language = reply_language
    if not is_interface_language(language):
        raise NotFound("language")
    found = queries.theme_page(request.viewer, ThemeId(theme_id))
    form = ReplyForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        words = form.cleaned_data["words"]
        reply_to_writers(by=request.viewer, theme_id=found.row.id, language=language, words=words)
        return HttpResponseRedirect(reverse("theme", args=[theme_id]), status=303)

    page = {"found": found, "reply_language": language, "states": THEME_STATES}
    return question(request, "listening/reply.jinja", form, act, page)


def welcome(request: Request) -> HttpResponse:
    """How welcome people felt, by venue and community; what was changed at a venue."""
    lang = get_language() or "en"
    venues = [
        (VenueId(each.id), each.name) for each in all_subjects(request.viewer, lang) if each.kind is SubjectKind.VENUE
    ]
    form = VenueChangeForm(request.POST if request.method == "POST" else None, venues=venues)

    def act() -> HttpResponse:
        note_venue_change(by=request.viewer, **form.answer)
        return HttpResponseRedirect(reverse("welcome-answers"), status=303)

    page = {
        "counts": welcome_counts(request.viewer, lang=lang),
        "felt": FELT,
        "groups": GROUPS,
    }
    return question(request, "listening/welcome.jinja", form, act, page)


def _took_out(request: Request, theme_id: ThemeId) -> bool:
    try:
        story_id = StoryId(UUID(request.POST.get("story", "")))
    except ValueError as error:
        raise NotFound("story") from error
    take_out_of_theme(by=request.viewer, story_id=story_id, theme_id=theme_id)
    return True
