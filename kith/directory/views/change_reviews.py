"""Deciding on what other directories' feeds would change."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.directory.actions.feeds.accepting import accept_changes, leave_changes
from kith.directory.forms.changes import LEAVE, PUBLISH_ALL, ChangesForm
from kith.directory.queries import change_reviews as queries
from kith.directory.words import CHANGE_WORDS, FIELD_WORDS
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question


def change_reviews(request: Request) -> HttpResponse:
    """The reviews that wait."""
    page = {"reviews": queries.open_reviews(request.viewer), "change_words": CHANGE_WORDS}
    return render(request, "directory/change_reviews.jinja", page)


def change_review(request: Request, review_id: int) -> HttpResponse:
    """One review, and what is said to its changes."""
    review = queries.change_review(request.viewer, review_id, ListAsked.of(request.GET))
    if review is None:
        raise Http404("change review")
    form = ChangesForm(review, request.POST if request.method == "POST" else None)
    page = {"review": review, "change_words": CHANGE_WORDS, "field_words": FIELD_WORDS}
    decide = partial(_decide, request, form)
    return question(request, "directory/change_review.jinja", form, decide, page)


def _decide(request: Request, form: ChangesForm) -> HttpResponse:
    """Do what the form says, and go on to what still waits."""
    review_id = form.review.id
    if form.wanted == LEAVE:
        done = leave_changes(by=request.viewer, review_id=review_id, only=form.taken)
    else:
        only = None if form.wanted == PUBLISH_ALL else form.taken
        done = accept_changes(by=request.viewer, review_id=review_id, only=only, needs=form.needs)
    return redirect("change-review", review_id) if done.waiting_count else redirect("change-reviews")
