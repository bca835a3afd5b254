"""What the tables of education hold of people: people at work alone, never a family."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "education_trainingattendance": held(Keep.WORK, staff="membership noted_by", inner="session presence noted_at"),
    "education_competence": held(
        Keep.WORK,
        others="note",
        staff="membership signed_by",
        inner="training observed_on found signed_on request_key",
    ),
    "education_qualification": held(
        Keep.WORK,
        staff="membership taken_back_by",
        inner="training requirement attendance competence from_on until_on noted_at taken_back_on taken_back_why",
    ),
    "education_newsreading": held(Keep.WORK, staff="membership", inner="news seen_at"),
}
