"""One date: added beside the rules, or changed alone once it is clear who is told."""

from django.http import HttpResponse
from django.shortcuts import render

from kith.directory.queries.listing import venue_names
from kith.kernel.ids import SessionId
from kith.kernel.refusal import Refusal
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.timetables.actions import dates as actions
from kith.timetables.forms.dates import DateForm
from kith.timetables.plans import change_to, mark_of
from kith.timetables.views.saying import BACK, SAVE, carried, lang, to
from kith.timetables.wording.effects import lines_of
from kith.undoing.editing import sent
from kith.whats_on.queries.changes import effect_of_change
from kith.whats_on.queries.series import KeptDate, kept_date, kept_series


def add_date(request: Request, series_id: int) -> HttpResponse:
    """Ask for one date, and plan it."""
    series = kept_series(request.viewer, series_id, lang=lang())
    form = DateForm(sent(request), venue_names(request.viewer))

    def add() -> HttpResponse:
        on = form.cleaned_data["on"]
        actions.add_date(by=request.viewer, series_id=series.id, on=on, details=form.details)
        return to("timetable", series.id, done="date_added")

    return question(request, "timetables/date.jinja", form, add, {"series": series, "kept": None})


def change_date(request: Request, session_id: int) -> HttpResponse:
    """Ask how one date is to be; where families have booked, say first what that does to them."""
    kept = kept_date(request.viewer, SessionId(session_id), lang=lang())
    form = DateForm(sent(request), venue_names(request.viewer), kept)
    page = {"series": kept_series(request.viewer, kept.series_id, lang=lang()), "kept": kept, "form": form}
    if request.POST.get("do") != BACK and form.is_valid():
        try:
            return _changed(request, kept, form, page)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "timetables/date.jinja", page, status=422 if form.errors else 200)


def _changed(request: Request, kept: KeptDate, form: DateForm, page: dict[str, object]) -> HttpResponse:
    """Change it where no family is concerned, or where it was agreed; otherwise show what that does."""
    change = change_to(kept, form.cleaned_data["on"], form.details)
    if change is None:
        raise Refusal("nothing_changed")
    effect = effect_of_change(request.viewer, kept.id, change)
    is_agreed = request.POST.get("do") == SAVE
    if effect.is_quiet or (is_agreed and form.cleaned_data["agreed"] == mark_of(effect)):
        actions.change_date(by=request.viewer, session_id=kept.id, change=change, agreed=mark_of(effect))
        return to("timetable", kept.series_id, done="date_changed")
    starts_at, ends_at = form.details.on(form.cleaned_data["on"])
    if is_agreed:
        form.refuse(Refusal("effect_changed"))
    shown = {
        "lines": tuple(lines_of(effect)),
        "agreed": mark_of(effect),
        "starts_at": starts_at,
        "ends_at": ends_at,
        "carried": carried(request, "do", "agreed"),
    }
    return render(request, "timetables/date_effect.jinja", {**page, **shown}, status=422 if form.errors else 200)
