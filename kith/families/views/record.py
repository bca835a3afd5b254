"""The record page, and one page for each group of questions about who stands on it and where they live."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.families.actions import birth, days, home, people
from kith.families.forms.birth_details import BirthDetailsForm, PregnancyForm
from kith.families.forms.days import CorrectDayForm
from kith.families.forms.home import CrisisForm, MoveForm
from kith.families.forms.needs import NeedsForm, SafeContactForm
from kith.families.forms.people import HouseholdForm, ParentForm
from kith.families.queries.homes import home_at
from kith.families.queries.record import Record, RecordedParent, record
from kith.families.rules.days import DayReason
from kith.families.views.asking import Question, ask
from kith.families.wording import keeping
from kith.families.wording.records import INTERPRETER_NEEDS
from kith.kernel import ids, nhs_number
from kith.kernel.ids import FamilyId, ParentId
from kith.places.queries import ward_names
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui import formats


def family_record(request: Request, family_id: UUID) -> HttpResponse:
    """Everything that is written down of a family, each group with the way to change it."""
    shown = {
        "page": record(request.viewer, FamilyId(family_id)),
        "words": keeping,
        "spaced": nhs_number.spoken,
        "interpreter_needs": INTERPRETER_NEEDS,
        "wards": ward_names(),
        "done": _done_words(request.GET.get("done", "")),
        "may_merge": Permission.MERGE_FAMILIES in request.viewer.permissions,
        "may_split": Permission.SPLIT_RECORD in request.viewer.permissions,
    }
    return render(request, "families/record.jinja", shown)


def add_parent(request: Request, family_id: UUID) -> HttpResponse:
    """Write another parent or carer down; the address of the form carries who she will be, so twice sent is once."""
    page = _page(request, family_id)
    new_id = ParentId(_given(request) or ids.new_uuid())
    form = ParentForm(_posted(request))
    question = _question(page, _("Another parent or carer"), _("Add them"), more={"request_key": new_id})
    return ask(
        request,
        form,
        question,
        lambda: people.add_parent(by=request.viewer, family_id=page.id, parent=form.parent(new_id)),
    )


def change_parent(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Who a parent or carer is and how to reach her."""
    page, parent = _parent(request, family_id, parent_id)
    form = ParentForm(_posted(request), known=parent.details)
    question = _question(page, _("Who this is"), about=parent.name)
    return ask(
        request,
        form,
        question,
        lambda: people.change_parent(by=request.viewer, family_id=page.id, parent_id=parent.id, details=form.details()),
    )


def change_needs(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Change the languages a parent speaks and reads, and what they need."""
    page, parent = _parent(request, family_id, parent_id)
    form = NeedsForm(_posted(request), initial=NeedsForm.initial_of(parent.needs))
    return ask(
        request,
        form,
        _question(page, _("Languages and needs"), about=parent.name),
        lambda: people.change_needs(by=request.viewer, family_id=page.id, parent_id=parent.id, needs=form.needs()),
    )


def change_safe_contact(request: Request, family_id: UUID, parent_id: UUID) -> HttpResponse:
    """Change how a parent is safely reached."""
    page, parent = _parent(request, family_id, parent_id)
    form = SafeContactForm(_posted(request), initial=SafeContactForm.initial_of(parent.safe_contact))
    intro = _("Ask when she is alone. What you write here is shown to everybody who may open this record.")
    return ask(
        request,
        form,
        _question(page, _("How to reach them safely"), about=parent.name, intro=intro),
        lambda: people.change_safe_contact(
            by=request.viewer, family_id=page.id, parent_id=parent.id, contact=form.contact()
        ),
    )


def change_household(request: Request, family_id: UUID) -> HttpResponse:
    """Who else lives there."""
    page = _page(request, family_id)
    form = HouseholdForm(_posted(request), members=page.household)
    intro = _("Everybody who lives with the family and is not written down as a parent, carer or baby.")
    return ask(
        request,
        form,
        _question(page, _("Who else lives there"), intro=intro),
        lambda: people.change_household(by=request.viewer, family_id=page.id, members=form.members()),
    )


def change_birth(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """How and where a baby was born."""
    page = _page(request, family_id)
    baby = page.baby(baby_id)
    form = BirthDetailsForm(_posted(request), initial=BirthDetailsForm.initial_of(baby.details))
    return ask(
        request,
        form,
        _question(page, _("The birth"), about=baby.details.name or page.name),
        lambda: birth.change_birth(by=request.viewer, family_id=page.id, baby_id=baby.id, details=form.details()),
    )


def change_pregnancy(request: Request, family_id: UUID) -> HttpResponse:
    """When the baby is due, and how many are expected."""
    page = _page(request, family_id)
    known = page.open_pregnancy
    form = PregnancyForm(_posted(request), known=known)
    return ask(
        request,
        form,
        _question(page, _("The pregnancy")),
        lambda: birth.change_pregnancy(by=request.viewer, family_id=page.id, **form.pregnancy()),
    )


def correct_day(request: Request, family_id: UUID, what: str, of: UUID) -> HttpResponse:
    """The right day of birth, or day due, in the place of a wrong one, with the reason."""
    page = _page(request, family_id)
    dated = page.dated(what, of)
    form = CorrectDayForm(_posted(request), what=dated.what)
    intro = _("Now on the record: %(day)s. It is kept in the history. Due days of feeding follow the day of birth.")
    day = {"day": formats.date(dated.day)}
    return ask(
        request,
        form,
        _question(page, _("Correct a day"), _("Correct the day"), about=dated.name or page.name, intro=intro % day),
        lambda: days.correct_day(
            by=request.viewer,
            family_id=page.id,
            what=dated.what,
            of=of,
            day=form.cleaned_data["day"],
            reason=DayReason(form.cleaned_data["reason"]),
        ),
    )


def move_home(request: Request, family_id: UUID) -> HttpResponse:
    """Close one address and open the next."""
    page = _page(request, family_id)
    form = MoveForm(_posted(request))
    intro = _("The address before is kept, with the day on which the family left it.")
    return ask(
        request,
        form,
        _question(page, _("The family has moved"), _("Record the move"), intro=intro),
        lambda: home.move_home(
            by=request.viewer, family_id=page.id, address=form.address(home_at(form.cleaned_data["postcode"]))
        ),
    )


def change_crises(request: Request, family_id: UUID) -> HttpResponse:
    """What trouble the family is in today."""
    page = _page(request, family_id)
    form = CrisisForm(_posted(request), initial={"crises": [each.value for each in page.open_crises]})
    intro = _("Untick what is over: it stays in the history with today as its last day.")
    return ask(
        request,
        form,
        _question(page, _("Trouble the family is in"), intro=intro),
        lambda: home.change_crises(by=request.viewer, family_id=page.id, kinds=form.kinds()),
    )


def _question(
    page: Record,
    title: str,
    button: str = "",
    *,
    about: str = "",
    intro: str = "",
    more: dict[str, object] | None = None,
) -> Question:
    back = reverse("family-record", args=[page.id])
    return Question(
        title=title,
        about=about or page.name,
        back=back,
        then=f"{back}?{urlencode({'done': 'changed'})}",
        intro=intro,
        button=button or _("Save"),
        more=more or {},
    )


def _page(request: Request, family_id: UUID) -> Record:
    return record(request.viewer, FamilyId(family_id))


def _parent(request: Request, family_id: UUID, parent_id: UUID) -> tuple[Record, RecordedParent]:
    page = _page(request, family_id)
    return page, page.parent(parent_id)


def _posted(request: Request) -> Any:
    return request.POST if request.method == "POST" else None


def _given(request: Request) -> UUID | None:
    try:
        return UUID(request.POST.get("request_key", ""))
    except ValueError:
        return None


def _done_words(code: str) -> str:
    return {
        "changed": _("Saved."),
        "merged": _("The two records are one now."),
        "erased": _("The words are erased. What was done, when and by whom stays."),
        "undone": _("The records stand apart again. What was added since the merge stays here."),
        "split": _("The record is split. This is the record that stays."),
    }.get(code, "")
