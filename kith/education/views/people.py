"""Gaps, one person's training, and signing what a person can do."""

from collections.abc import Mapping

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from kith.education.actions.competences import sign_competence
from kith.education.actions.qualifying import take_back_qualification
from kith.education.actions.recording import note_training
from kith.education.forms.training import NoteForm, SignForm, TakeBackForm
from kith.education.queries.choosing import person_to_sign, persons_to_choose
from kith.education.queries.gaps import Sought, all_gaps, gap_page
from kith.education.queries.people import my_training, qualification_of, training_of
from kith.education.queries.trained import may_do
from kith.education.rules.codes import QualificationId
from kith.education.wording.trainings import COLOURS, FOUND, STATES, TAKEN_BACK, TRAININGS
from kith.education.wording.when import WHENS, day_ahead
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.kernel.tables import csv_text
from kith.kernel.training import Training
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked
from kith.platform.ui.questions import question

Choice = tuple[str, object, list[tuple[str, object]], str]
WORDS = {"trainings": TRAININGS, "states": STATES, "colours": COLOURS, "found_words": FOUND, "roles": ROLES}


def mine(request: Request) -> HttpResponse:
    """What is asked of the viewer's role, and what they are trained in."""
    return render(request, "education/mine.jinja", {"it": my_training(request.viewer), **WORDS, "today": clock.today()})


def gaps(request: Request) -> HttpResponse:
    """Who is missing what, or will be by a day."""
    sought = _sought(request)
    found = gap_page(request.viewer, sought, ListAsked.of(request.GET), today=clock.today())
    page = {
        "found": found,
        "choices": _choices(request, found.organisations),
        "asked": request.GET.urlencode(),
        **WORDS,
    }
    return render(request, "education/gaps.jinja", page)


def gaps_csv(request: Request) -> HttpResponse:
    """The same as a file."""
    rows = all_gaps(request.viewer, _sought(request), ListAsked.of(request.GET).words, today=clock.today())
    headings = ("Name", "Role", "Organisation", "Training", "State", "Due on", "Trained until")
    text = csv_text(
        headings,
        (
            (
                row.name,
                ROLES[row.role].in_language("en"),
                row.organisation,
                row.status.training.value,
                row.status.state.value,
                row.status.due_on,
                row.status.until_on,
            )
            for row in rows
        ),
    )
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="training-gaps.csv"'
    return answer


def person(request: Request, membership_id: int) -> HttpResponse:
    """One person's training; training had elsewhere is noted here."""
    found = training_of(request.viewer, MembershipId(membership_id))
    if request.method == "POST" and Permission.MANAGE_EDUCATION not in request.viewer.permissions:
        raise Forbidden(Permission.MANAGE_EDUCATION.value)
    form = NoteForm(request.POST if request.method == "POST" else None)

    def note() -> HttpResponse:
        note_training(by=request.viewer, attended=form.attended(found.card.id))
        return _to_person(found.card.id)

    page = {"it": found, **WORDS, "taken_back": TAKEN_BACK, "today": clock.today()}
    return question(request, "education/person.jinja", form, note, page)


def take_back(request: Request, qualification_id: int) -> HttpResponse:
    """Ask why a qualification counts no more; the page says what follows."""
    found = qualification_of(request.viewer, QualificationId(qualification_id))
    form = TakeBackForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        take_back_qualification(by=request.viewer, qualification_id=found.row.id, why=form.reason)
        return _to_person(found.card.id)

    return question(request, "education/take_back.jinja", form, act, {"it": found, **WORDS})


def choose_colleague(request: Request) -> HttpResponse:
    """Find the person that the viewer has watched at work."""
    found = persons_to_choose(request.viewer, ListAsked.of(request.GET))
    me = request.viewer.membership_id
    is_trained = me is not None and may_do(me, Training.COMPETENCE_ASSESSOR)
    return render(request, "education/choose_colleague.jinja", {"found": found, "is_trained": is_trained, **WORDS})


def sign(request: Request, membership_id: int) -> HttpResponse:
    """Sign what was seen of one person."""
    card = person_to_sign(request.viewer, MembershipId(membership_id))
    form = SignForm(request.POST if request.method == "POST" else None)

    def act() -> HttpResponse:
        observed = form.observed(card.id)
        sign_competence(by=request.viewer, observed=observed, request_key=form.cleaned_data["request_key"])
        return HttpResponseRedirect(f"{reverse('choose-colleague')}?done=signed", status=303)

    return question(request, "education/sign.jinja", form, act, {"card": card})


def _to_person(membership_id: MembershipId) -> HttpResponse:
    return HttpResponseRedirect(reverse("person-training", args=[membership_id]), status=303)


def _sought(request: Request) -> Sought:
    given = request.GET
    role, training, organisation = given.get("role", ""), given.get("training", ""), given.get("organisation", "")
    is_number = organisation.isascii() and organisation.isdigit() and len(organisation) < 10
    return Sought(
        Role(role) if role in set(Role) else None,
        OrganisationId(int(organisation)) if is_number else None,
        Training(training) if training in set(Training) else None,
        day_ahead(given.get("when", ""), clock.today()),
    )


def _choices(request: Request, organisations: Mapping[OrganisationId, str]) -> list[Choice]:
    offered: list[tuple[str, object, list[tuple[str, object]]]] = [
        ("role", gettext("Role"), [(role.value, card.name) for role, card in ROLES.items()]),
        ("organisation", gettext("Organisation"), [(str(each), name) for each, name in organisations.items()]),
        ("training", gettext("Training"), [(training.value, words) for training, words in TRAININGS.items()]),
    ]
    any_of = [
        (name, label, [("", gettext("Any")), *options], request.GET.get(name, "")) for name, label, options in offered
    ]
    days: list[tuple[str, object]] = [("", gettext("Today")), *WHENS.items()]
    return [*any_of, ("when", gettext("As it stands"), days, request.GET.get("when", ""))]
