"""What the tables of studies hold of people; an answer leads to no person."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "studies_studyinvitation": held(
        Keep.LINK, others="email phone", opens="token", staff="asked_by", inner="study language asked_on request_key"
    ),
    "studies_interviewnote": held(Keep.REQUEST, others="words", staff="interviewer", inner="answer"),
}
