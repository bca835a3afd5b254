"""Leaving at once, for a page that gives nothing away."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import render

from kith.platform.access.viewer import Request

NEUTRAL = "https://www.bbc.co.uk/weather"


def leave(request: Request) -> HttpResponse:
    """Sign out, have the browser forget what it kept of these pages, and lead on to a neutral page.

    Led by a header and not by a redirect, which the policy for forms would stop; the answer itself says nothing of us.
    """
    logout(request)
    response = render(request, "front/left.jinja", {"neutral": NEUTRAL})
    response["Refresh"] = f"0; url={NEUTRAL}"
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
