"""Erasing what people wrote freely in a family's referrals."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.kernel.ids import FamilyId
from kith.platform.access.viewer import Request
from kith.referrals.actions import erasing
from kith.referrals.queries.erasing import erasable_words


def erase_referral_words(request: Request, family_id: UUID) -> HttpResponse:
    """Say what goes and what stays, and do it when the worker has read that."""
    if request.method == "POST":
        erasing.erase_referral_words(by=request.viewer, family_id=FamilyId(family_id))
        record = reverse("family-record", args=[family_id])
        return HttpResponseRedirect(f"{record}?{urlencode({'done': 'erased'})}")
    found = erasable_words(request.viewer, FamilyId(family_id))
    return render(request, "referrals/erase_referral_words.jinja", {"found": found})
