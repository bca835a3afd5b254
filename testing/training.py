"""People who are trained, for tests of rooms whose work needs training."""

from datetime import date, timedelta

from kith.education.actions.competences import Observed, sign_competence
from kith.education.actions.recording import Attended, note_training
from kith.education.rules.codes import Found
from kith.education.rules.requirements import TO_BEGIN_WITH
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.training import Training
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from testing.people import KITH, worker


def trained(viewer: Viewer, training: Training, *, on: date | None = None, assessor: Viewer | None = None) -> None:
    """Let this person be trained in this since a day (yesterday), as the place asks to begin with.

    Where a competence is asked for, the assessor signs it: one who is trained to sign, made here where none is given.
    """
    assert viewer.membership_id
    day = on or clock.today() - timedelta(days=1)
    note_training(by=KITH, attended=Attended(viewer.membership_id, training, day, "Test"))
    if TO_BEGIN_WITH[training].needs_competence:
        signer = assessor or worker(Role.FEEDING_LEAD, name="Asa Assessor")
        trained(signer, Training.COMPETENCE_ASSESSOR, on=day)
        seen = Observed(viewer.membership_id, training, day, Found.COMPETENT)
        sign_competence(by=signer, observed=seen, request_key=new_uuid())
