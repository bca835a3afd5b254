"""Private links: addresses that cannot be guessed, codes sent apart from them, and pages behind them that stay nowhere.

Until when a code can be tried, and how often, is decided in kith.kernel.private_links.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, Protocol

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare, salted_hmac

from kith.kernel import clock
from kith.kernel.languages import interface_language
from kith.kernel.private_links import CODE_DIGITS, CodeFacts, may_try_code
from kith.kernel.refusal import Refusal

P = ParamSpec("P")


def new_token() -> str:
    """The part of an address that cannot be guessed."""
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """Digits to send apart from the link, or to show once."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def code_from(secret: str, of: str) -> str:
    """Digits that follow from a secret: the same each time a message is written, and kept nowhere."""
    return f"{int(digest(secret, of), 16) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def address(name: str, token: str, language: str, *before: object) -> str:
    """The whole address of the page behind this token, in this language; ``before`` stands in front of the token."""
    with translation.override(interface_language(language).code):
        return f"{settings.KITH.site_url}{reverse(name, args=[*before, token])}"


def digest(secret: str, of: str) -> str:
    """What is stored of a token or a code; ``of`` says what it opens, so that it opens nothing else."""
    return salted_hmac(f"kith.private_links.{of}", secret, algorithm="sha256").hexdigest()


def is_right(code: str, stored: str, of: str) -> bool:
    """Whether this is the code, typed with spaces or without; a wrong one takes as long as the right one."""
    return constant_time_compare(stored, digest("".join(code.split()), of))


class Coded(Protocol):
    """A row whose code follows from its link and was sent to a contact that may not be theirs who asked."""

    link: Any
    sent_at: Any
    wrong_count: Any

    @property
    def code_facts(self) -> CodeFacts:
        """What decides whether a code can be tried."""

    def save(self, *, update_fields: list[str]) -> None:
        """Write these columns."""


def try_code(row: Coded, code: str, *, of: str) -> Refusal | None:
    """Say why this code does not open the row, or None if it does; a wrong one is counted on the row."""
    if refusal := may_try_code(row.code_facts, now=clock.now()):
        return refusal
    # A code that was never sent cannot be known: else a stranger could ask a thousand times and guess five times each.
    if is_right(code, digest(code_from(row.link, of), of), of) and row.sent_at is not None:
        return None
    row.wrong_count += 1
    row.save(update_fields=["wrong_count"])
    return Refusal("code_wrong")


def unkept(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Have the page kept by no browser, proxy or search engine, and its address passed to no other site."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        # After "no-referrer" a browser posts the form without an origin, which is refused.
        response["Referrer-Policy"] = "same-origin"
        return response

    return answered
