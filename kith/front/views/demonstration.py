"""The people of the demonstration, signing in as one of them, and what was sent. The gate shows it here alone."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.messages.providers.folder import Written
from kith.messages.queries import letters_of_demonstration
from kith.organisations.roles import ROLES
from kith.platform.access.viewer import Request, viewer_of_account
from kith.platform.sign_in import demonstration
from kith.platform.sign_in.landing import landing_of

PARENT = (
    _("Parent or carer"),
    _("Finds support, books a place, and sees on her own page who may open her record and who has."),
)


@dataclass(frozen=True)
class DemonstrationPerson:
    """A person of the demonstration, and what they can do."""

    role: str
    role_name: Promise
    sentence: Promise
    name: str


@dataclass(frozen=True)
class Letter:
    """A message as the page shows it, in paragraphs of lines."""

    to: str
    language: str
    subject: str
    paragraphs: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, written: Written) -> "Letter":
        """Without the marks that keep a link whole in a text message: on a page the link is an element."""
        plain = written.body.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))
        parts = (tuple(part.splitlines()) for part in plain.replace("\r\n", "\n").strip().split("\n\n"))
        return cls(written.to, written.language, written.subject, tuple(parts))


def people(request: Request) -> HttpResponse:
    """List the people by role, each with a button."""
    return render(request, "front/demonstration.jinja", {"people": _people()})


def outbox(request: Request) -> HttpResponse:
    """What was sent to the invented people: their links and codes are opened here."""
    letters = [Letter.of(each) for each in letters_of_demonstration(request.viewer)]
    return render(request, "front/demonstration_outbox.jinja", {"letters": letters})


def sign_in(request: Request, role: str) -> HttpResponse:
    """Become one of them, and go to where she lands."""
    return HttpResponseRedirect(landing_of(demonstration.sign_in_as(request, role)))


def _people() -> list[DemonstrationPerson]:
    words = {"parent": PARENT} | {role.value: (card.name, card.sentence) for role, card in ROLES.items()}
    viewers = {role: viewer_of_account(account) for role, account in demonstration.accounts().items()}
    return [
        DemonstrationPerson(role, words[role][0], words[role][1], viewer.name)
        for role in words
        if (viewer := viewers.get(role)) is not None
    ]
