"""The place's administrator sees what failed, was imported and was sent; families by a reference alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kith.kernel import clock as kernel_clock
from kith.organisations.actions.machinery import note_import, retry_job
from kith.organisations.queries.audit import family_reference
from kith.organisations.rules import Role
from kith.organisations.tests.test_administering import browser, own
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.audit.models import AuditEntry
from kith.platform.jobs import enqueue
from testing.people import KITH, a_family, worker
from tests.access.admin_acts import fail

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_failed_job_is_listed_tried_again_and_written_down(place: Any) -> None:
    enqueue("platform.deliver_event", event_id=7)
    job = ProcrastinateJob.objects.get()
    client = browser(place)
    assert "No job has failed" in text(client.get("/desk/jobs/"))
    fail(job.pk)
    assert "platform.deliver_event" in text(client.get("/desk/jobs/"))
    assert client.post("/desk/jobs/", {"job": job.pk}).status_code == 303
    assert ProcrastinateJob.objects.get().status == "todo"
    assert AuditEntry.objects.filter(action="organisations.job_retried", subject_id=str(job.pk)).exists()
    with pytest.raises(NotFound):
        retry_job(by=place, job_id=job.pk)


def test_what_the_operator_loaded_and_the_proven_backup_stand_on_their_pages(
    place: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kith.organisations.queries.machinery._folder", lambda: tmp_path)
    client = browser(place)
    assert "No backup has been restored and compared yet" in text(client.get("/desk/condition/"))
    said = {"at": kernel_clock.now().isoformat(), "tables": 90, "rows": 12345}
    (tmp_path / "backups.json").write_text(json.dumps({"proven": said}))
    note_import(by=KITH, kind="areas", counts={}, faults=["row 3: there is no such ward"])
    assert "12,345" in text(client.get("/desk/condition/"))
    assert "row 3: there is no such ward" in text(client.get("/desk/imports/"))
    assert "Imports with errors" in text(client.get("/desk/"))


def test_the_audit_is_searched_by_person_and_reference_and_names_no_family(place: Any, admin: Any) -> None:
    grace = worker(name="Grace Obi", at=own(admin))
    family_id = a_family(own(admin), name="Hidden Name")
    audit.read(grace, "families.record_opened", "families.Family", family_id, family_id=family_id)
    audit.read(worker(name="Mid Wife", role=Role.MIDWIFE), "families.record_opened", "families.Family", family_id)
    reference = family_reference(family_id)
    for viewer in (place, admin):
        page = text(browser(viewer).get("/desk/audit/", {"person": "Grace", "reference": reference, "kind": "read"}))
        assert "families: record opened" in page
        assert reference in page
        assert "Hidden" not in page
    assert "Mid Wife" in text(browser(place).get("/desk/audit/"))
    assert "Mid Wife" not in text(browser(admin).get("/desk/audit/"))
    wrong = browser(admin).get("/desk/audit/", {"reference": "Hidden"})
    assert (wrong.status_code, "8 letters and digits" in wrong.content.decode()) == (422, True)
