"""The way back to a baby after an action."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.feeding.queries.assessments import Assessing
from kith.feeding.queries.babies import BabyFeeding


def back_to_baby(seen: BabyFeeding | Assessing, done: str) -> HttpResponse:
    """To the baby's own feeding page, which says what was done."""
    to = reverse("baby-feeding", args=[seen.family.id, seen.baby.id])
    return HttpResponseRedirect(f"{to}?{urlencode({'done': done})}")
