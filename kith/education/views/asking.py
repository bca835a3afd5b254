"""What is asked of each role, whose work uses which statement, news, and the workforce beside births."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.education.actions.asking import set_requirement
from kith.education.actions.news import mark_news_seen, set_statement_use
from kith.education.actions.workforce import count_workforce
from kith.education.forms.asking import RequirementForm, UseForm
from kith.education.forms.training import CountForm
from kith.education.queries import news as news_queries
from kith.education.queries.requirements import asked_row, asked_rows
from kith.education.queries.workforce import own_counts, workforce
from kith.education.rules.codes import LibraryNewsId
from kith.education.rules.news import USUAL_ROLES
from kith.education.statements import statements
from kith.education.wording.trainings import COMMUNITIES, NEWS, TRAININGS
from kith.kernel.ids import OrganisationId
from kith.kernel.training import Training
from kith.organisations.roles import ROLES
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.listing import ListAsked, paged
from kith.platform.ui.questions import question

WORDS = {"trainings": TRAININGS, "roles": ROLES, "kinds": NEWS}


def requirements(request: Request) -> HttpResponse:
    """What is asked of each role, and how it is proved."""
    return render(request, "education/requirements.jinja", {"rows": asked_rows(request.viewer), **WORDS})


def requirement(request: Request, training_code: str) -> HttpResponse:
    """Ask something else of one training from a day on."""
    if training_code not in set(Training):
        raise NotFound("training")
    row = asked_row(request.viewer, Training(training_code))
    form = RequirementForm(request.POST if request.method == "POST" else None, newest=row.newest)

    def act() -> HttpResponse:
        given = form.cleaned_data
        set_requirement(
            by=request.viewer, training=row.training, asked=form.asked, from_on=given["from_on"], after=given["after"]
        )
        return HttpResponseRedirect(reverse("requirements"), status=303)

    return question(request, "education/requirement.jinja", form, act, {"row": row, **WORDS})


def news(request: Request) -> HttpResponse:
    """What changed in the library, and how many have seen it."""
    found = news_queries.news(request.viewer, ListAsked.of(request.GET))
    return render(request, "education/news.jinja", {"found": found, **WORDS})


def one_news(request: Request, news_id: int) -> HttpResponse:
    """One change, in words: the reader says that they have seen it; the lead sees who has not."""
    found = news_queries.news_page(request.viewer, LibraryNewsId(news_id))
    if request.method == "POST":
        mark_news_seen(by=request.viewer, news_id=found.row.id)
        return HttpResponseRedirect(reverse("library-change", args=[news_id]), status=303)
    return render(request, "education/one_news.jinja", {"found": found, **WORDS})


def uses(request: Request) -> HttpResponse:
    """Every statement of the library, and whose work uses it."""
    asked = ListAsked.of(request.GET)
    words = asked.words.casefold()
    found = paged([each for each in statements(request.viewer) if words in " ".join(each).casefold()], asked)
    said = news_queries.uses()
    rows = found.with_rows((key, text, said.get(key, USUAL_ROLES)) for key, text in found.rows)
    return render(request, "education/uses.jinja", {"found": rows, **WORDS})


def use(request: Request, used_key: str) -> HttpResponse:
    """Say whose work uses one statement."""
    text = dict(statements(request.viewer)).get(used_key)
    if text is None:
        raise NotFound("statement")
    roles = news_queries.roles_of_statement(used_key)
    form = UseForm(request.POST if request.method == "POST" else None, roles=roles)

    def act() -> HttpResponse:
        set_statement_use(by=request.viewer, key=used_key, roles=form.chosen)
        return HttpResponseRedirect(reverse("statement-uses"), status=303)

    return question(request, "education/use.jinja", form, act, {"key": used_key, "text": text})


def beside_births(request: Request) -> HttpResponse:
    """Languages and communities of people at work beside births; one's own organisation is counted here."""
    may_count = Permission.MANAGE_EDUCATION in request.viewer.permissions
    if request.method == "POST" and not may_count:
        raise Forbidden(Permission.MANAGE_EDUCATION.value)
    own = next(iter(request.viewer.organisation_ids))
    before = own_counts(request.viewer, OrganisationId(own)) if may_count else {}
    form = CountForm(request.POST if request.method == "POST" else None, before=before)

    def act() -> HttpResponse:
        count_workforce(by=request.viewer, organisation_id=OrganisationId(own), people=form.people)
        return HttpResponseRedirect(reverse("workforce"), status=303)

    page = {"it": workforce(request.viewer), "communities": COMMUNITIES, "may_count": may_count}
    return question(request, "education/workforce.jinja", form, act, page)
