"""The way back to a baby after a deed."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kith.feeding.queries.babies import BabyFeeding


def back_to_baby(record: BabyFeeding, done: str) -> HttpResponse:
    """To the baby's own feeding page, which says what was done."""
    to = reverse("baby-feeding", args=[record.family.id, record.baby.id])
    return HttpResponseRedirect(f"{to}?{urlencode({'done': done})}")
