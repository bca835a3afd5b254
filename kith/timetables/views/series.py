"""The list of series, the timetable of one, and its words; a series begins, ends and goes on."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kith.directory.queries.upkeep import ListingKind, listings_kept
from kith.kernel import clock
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question
from kith.timetables.actions.series import begin_series
from kith.timetables.forms.series import EndSeriesForm, NewSeriesForm, SeriesWordsForm
from kith.timetables.queries import timetables as queries
from kith.timetables.views.saying import done, lang, to
from kith.timetables.wording.sentences import rule_words, why_words
from kith.undoing.editing import sent
from kith.undoing.meanwhile import edited, in_turn
from kith.whats_on.actions.series import change_series as change_kept_series
from kith.whats_on.actions.series import end_series as end_kept_series
from kith.whats_on.actions.series import reopen_series as reopen_kept_series
from kith.whats_on.queries.series import kept_series


def timetables(request: Request) -> HttpResponse:
    """The series of one's own organisation, by when they take place next."""
    found = queries.timetables(request.viewer, ListAsked.of(request.GET), lang=lang())
    page = {"found": found, "rule_words": rule_words, "done": done(request)}
    return render(request, "timetables/timetables.jinja", page)


def timetable(request: Request, series_id: int) -> HttpResponse:
    """One series: by which rules it takes place, each date to come, and the days on which nothing does."""
    found = queries.timetable(request.viewer, series_id, ListAsked.of(request.GET), lang=lang())
    page = {"it": found, "rule_words": rule_words, "why_words": why_words, "done": done(request)}
    return render(request, "timetables/timetable.jinja", page)


def add_series(request: Request) -> HttpResponse:
    """A new series of a service of one's own."""
    kept = listings_kept(request.viewer, lang=lang())
    services = sorted(((each.id, str(each.name)) for each in kept if each.kind is ListingKind.SERVICE), key=_by_name)
    form = NewSeriesForm(sent(request), services)

    def add() -> HttpResponse:
        return to("timetable", begin_series(by=request.viewer, series=form.series), done="series_added")

    return question(request, "timetables/series.jinja", form, add, {"kept": None, "has_services": bool(services)})


@in_turn("series_id")
def change_series(request: Request, series_id: int) -> HttpResponse:
    """What a series is called in each language, what it says of itself, and who it is for."""
    kept = kept_series(request.viewer, series_id, lang=lang())
    form = SeriesWordsForm(sent(request), kept)

    def change() -> HttpResponse:
        change_kept_series(by=request.viewer, series_id=kept.id, change=form.change)
        return to("timetable", kept.id, done="series_changed")

    back = reverse("timetable", args=[series_id])
    return edited(request, "timetables/series.jinja", form, change, {"kept": kept, "has_services": True}, back=back)


def end_series(request: Request, series_id: int) -> HttpResponse:
    """Ask for its last day; a series on which families have booked beyond it does not end."""
    kept = kept_series(request.viewer, series_id, lang=lang())
    form = EndSeriesForm(sent(request))

    def end() -> HttpResponse:
        end_kept_series(by=request.viewer, series_id=kept.id, **form.answer)
        return to("timetable", kept.id, done="series_ended")

    return question(request, "timetables/end_series.jinja", form, end, {"kept": kept, "today": clock.today()})


def reopen_series(request: Request, series_id: int) -> HttpResponse:
    """Let dates be planned for a series again."""
    reopen_kept_series(by=request.viewer, series_id=series_id)
    return to("timetable", series_id, done="series_reopened")


def _by_name(pair: tuple[int, str]) -> str:
    return pair[1].casefold()
