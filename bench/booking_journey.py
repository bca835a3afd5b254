"""The way of one booking, request by request, over whatever carries requests."""

from __future__ import annotations

import re
from collections.abc import Callable

from bench.wsgi_call import Answer

REQUESTS = 6
Ask = Callable[[str, dict[str, str] | None], Answer]
CodeOf = Callable[[str], str]
"""The code that was sent for the page of this address, as its reader finds it on a phone."""
_KEY = re.compile(rb'name="request_key"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="request_key"')


class JourneyBroken(RuntimeError):
    """A step did not answer as it should."""


def book(ask: Ask, code_of: CodeOf, session_id: int, number: int) -> None:
    """Look at the session, open the form, send it, see where the code goes, type it, see the booking: six requests."""
    _expect(ask(f"/en/sessions/{session_id}/", None), 200)
    form = _expect(ask(f"/en/sessions/{session_id}/book/", None), 200)
    match = _KEY.search(form.body)
    if not match:
        raise JourneyBroken("the form has no key")
    sent = ask(f"/en/sessions/{session_id}/book/", _answers(number, (match[1] or match[2]).decode()))
    held = _expect(sent, 303).headers["Location"]
    _expect(ask(held, None), 200)
    proved = _expect(ask(held, {"code": code_of(held)}), 303)
    _expect(ask(proved.headers["Location"], None), 200)


def _answers(number: int, key: str) -> dict[str, str]:
    return {
        "request_key": key,
        "name": f"Invented Visitor{number}",
        "contact": f"visitor{number}@example.org",
        "places": "2",
        "interpreter": "yes",
        "interpreter_language": "ro",
        "baby_on_day": "1",
        "baby_on_month": "2",
        "baby_on_year": "2026",
        "consent": "yes",
    }


def _expect(answer: Answer, status: int) -> Answer:
    if answer.status != status:
        raise JourneyBroken(f"expected {status}, was answered {answer.status}: {answer.body[:2000]!r}")
    return answer
