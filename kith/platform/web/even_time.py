"""Answers that take the same time, so that it does not give away whether the person is known."""

import time
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]


def in_even_time(view: View) -> View:
    """Hold back the answer to a form until the place's even time has passed since it came; a page is not held back.

    For a form whose work differs by who is known and cannot wait for the worker, as sending a code to sign in by.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        begun = time.monotonic()
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            time.sleep(max(0.0, settings.KITH.even_answer_seconds - (time.monotonic() - begun)))
        return response

    return answered
