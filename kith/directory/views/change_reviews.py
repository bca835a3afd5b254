"""Deciding on what other directories' feeds would change."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.directory.actions.feeds.accepting import accept_changes, leave_changes
from kith.directory.forms.changes import LEAVE, PUBLISH_ALL, ChangesForm
from kith.directory.queries import change_reviews as queries
from kith.directory.words import CHANGE_WORDS, FIELD_WORDS
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked


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
    if request.method == "POST" and form.is_valid():
        return HttpResponseRedirect(_decide(request, form))
    page = {"review": review, "form": form, "change_words": CHANGE_WORDS, "field_words": FIELD_WORDS}
    return render(request, "directory/change_review.jinja", page, status=422 if form.is_bound else 200)


def _decide(request: Request, form: ChangesForm) -> str:
    """Do what the form says; the answer is where to go on."""
    review_id = form.review.id
    if form.deed == LEAVE:
        done = leave_changes(by=request.viewer, review_id=review_id, only=form.taken)
    else:
        only = None if form.deed == PUBLISH_ALL else form.taken
        done = accept_changes(by=request.viewer, review_id=review_id, only=only, needs=form.needs)
    return reverse("change-review", args=[review_id]) if done.waiting_count else reverse("change-reviews")
