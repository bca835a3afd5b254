"""Writing and publishing the forms by which this place assesses feeding. What is published never changes."""

from collections.abc import Callable

from django.db import IntegrityError, transaction

from kith.feeding.models.assessments import AssessmentForm, FormVersion
from kith.feeding.rules.assessments import FormContent, as_data, check_publication, from_data
from kith.kernel import clock
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def begin_form(*, by: Actor, key: str, content: FormContent) -> int:
    """Begin a new form as a draft under this key."""
    access.require(by, Permission.MANAGE_FEEDING)
    try:
        with transaction.atomic():
            form = AssessmentForm.objects.create(key=key)
    except IntegrityError as error:
        raise Refusal("form_key_taken", key=key) from error
    return _draft(by, form, 1, content)


@action
def begin_draft(*, by: Actor, key: str) -> int:
    """Begin the next version of a form as a copy of the published one; begun twice it is one draft."""
    form = _locked(by, key)
    if draft := form.versions.filter(published_at__isnull=True).first():
        return draft.pk
    last = form.versions.order_by("-number").first()
    if last is None:
        raise NotFound("form version")
    return _draft(by, form, last.number + 1, from_data(last.content))


@action
def change_draft(*, by: Actor, key: str, change: Callable[[FormContent], FormContent]) -> None:
    """Change the draft as it stands now, so that no other editor's change is lost."""
    draft = _locked_draft(by, key)
    content = change(from_data(draft.content))
    draft.content = as_data(content)
    draft.save(update_fields=["content"])
    audit.record(by, "feeding.form_changed", draft)


@action
def drop_draft(*, by: Actor, key: str) -> None:
    """Throw the draft away; the published version stays. A form that was never published goes with its draft."""
    form = _locked(by, key)
    draft = form.versions.filter(published_at__isnull=True).first()
    if draft is None:
        return
    audit.record(by, "feeding.form_draft_dropped", draft)
    draft.delete()
    if not form.versions.exists():
        form.delete()


@action
def publish_draft(*, by: Actor, key: str) -> int:
    """Let families be assessed by the draft from now on; earlier assessments keep the version they were made with."""
    draft = _locked_draft(by, key)
    if refusal := check_publication(from_data(draft.content)):
        raise refusal
    draft.published_at = clock.now()
    draft.save(update_fields=["published_at"])
    audit.record(by, "feeding.form_published", draft)
    return draft.pk


@action
def withdraw_form(*, by: Actor, key: str, is_withdrawn: bool) -> None:
    """Take a form out of use, or back into it; what was assessed with it stays."""
    form = _locked(by, key)
    if form.is_withdrawn == is_withdrawn:
        return
    form.is_withdrawn = is_withdrawn
    form.save(update_fields=["is_withdrawn"])
    audit.record(by, "feeding.form_withdrawn" if is_withdrawn else "feeding.form_offered_again", form)


def _draft(by: Actor, form: AssessmentForm, number: int, content: FormContent) -> int:
    row = FormVersion.objects.create(
        form=form,
        number=number,
        content=as_data(content),
        made_at=clock.now(),
        membership_id=by.membership_id,
    )
    audit.record(by, "feeding.form_draft_begun", row, number=number)
    return row.pk


def _locked(by: Actor, key: str) -> AssessmentForm:
    access.require(by, Permission.MANAGE_FEEDING)
    form = AssessmentForm.objects.select_for_update().filter(key=key).first()
    if form is None:
        raise NotFound("assessment form")
    return form


def _locked_draft(by: Actor, key: str) -> FormVersion:
    draft = _locked(by, key).versions.filter(published_at__isnull=True).first()
    if draft is None:
        raise NotFound("draft")
    return draft
