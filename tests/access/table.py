"""Who gets what: every address by method, role and relation. This page is the promise; the house is compared with it.

Statuses are those of an empty request. Methods that a row does not name are refused with 405 to all.
"""

from dataclasses import dataclass

from kith.organisations.rules import Role

ANONYMOUS, PARENT = "anonymous", "parent"
STAFF = frozenset(role.value for role in Role)
WHO = frozenset({ANONYMOUS, PARENT}) | STAFF
CARERS = frozenset({"midwife", "health-visitor", "outreach-worker", "feeding-lead"})
KEEP_RECORDS = CARERS - {"outreach-worker"}
TODAY = CARERS | {"peer-supporter"}
SEE_VISIT = ("midwife", "health-visitor", "feeding-lead")
BOOK_INTERPRETERS = CARERS | {"coordinator"}
ANSWER = TODAY | {"coordinator"}
PEERS = frozenset({"peer-supporter"})
FEEDING = frozenset({"feeding-lead"})
RELEASE = FEEDING | {"analyst"}
ANSWER_FOR_DATA = frozenset({"coordinator", "admin"})
ADMINS = frozenset({"admin", "place-admin"})
OF_THE_PLACE = frozenset({"place-admin"})
ALLIANCE = OF_THE_PLACE | {"coordinator", "alliance-chair"}
RUN_SESSIONS = frozenset({"coordinator", "feeding-lead"})
PLAN = frozenset({"coordinator"})
KEEP_REGISTERS = CARERS | {"coordinator"}
KEEP_LIBRARY = RUN_SESSIONS | {"admin"}
BOOK = frozenset({ANONYMOUS, PARENT, "coordinator"}) | CARERS
SEE_PROGRAMMES = CARERS | {"coordinator", "alliance-chair", "analyst"}
SEE_USE = frozenset({"feeding-lead", "alliance-chair", "analyst"})
READ_STORIES = RUN_SESSIONS
PARTAKE = frozenset({"coordinator", "feeding-lead", "alliance-chair", "parent-rep", "analyst"})
GATHER = frozenset({"coordinator", "alliance-chair", "parent-rep"})
PREPARE = frozenset({"coordinator", "alliance-chair"})
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
RELATIONS = ("own", "shared", "other", "withdrawn")

Answers = dict[str, int]


@dataclass(frozen=True)
class Row:
    """What each asker gets by GET (and HEAD) and by POST; ``reach``: another's record is not found."""

    get: Answers | None = None
    post: Answers | None = None
    reach: bool = False

    def expected(self, who: str, method: str, relation: str) -> int:
        """The status this asker gets."""
        answers = {"GET": self.get, "HEAD": self.get, "POST": self.post}.get(method)
        if answers is None:
            return 405
        status = answers[who]
        is_let_in = status < 400 or status == 422
        beyond = self.reach and relation in ("other", "withdrawn") and who != ANONYMOUS
        return 404 if is_let_in and beyond else status


def everybody(status: int, **but: int) -> Answers:
    """The same for all, but for those named."""
    return dict.fromkeys(WHO, status) | but


def signed_out(status: int) -> Answers:
    """A sign-in page: those signed in are led to where they work."""
    return everybody(302, anonymous=status)


def at_work(status: int, only: frozenset[str] = STAFF, *, writes: bool = False) -> Answers:
    """Pages of the desk: strangers are led to sign in (or refused), parents find nothing, other roles are told no."""
    others = dict.fromkeys(STAFF, 403) | dict.fromkeys(only, status)
    return others | {ANONYMOUS: 403 if writes else 302, PARENT: 404}


def hers(status: int, *, writes: bool = False) -> Answers:
    """Pages of a parent: strangers are led to sign in (or refused), staff find nothing."""
    return dict.fromkeys(STAFF, 404) | {PARENT: status, ANONYMOUS: 403 if writes else 302}


def may(status: int, only: frozenset[str]) -> Answers:
    """Open to these, refused to the others."""
    return dict.fromkeys(WHO, 403) | dict.fromkeys(only, status)


LOOK = Row(get=everybody(200))
SIGN_IN = Row(get=signed_out(200), post=signed_out(200))
LATER_STEP = Row(get=everybody(302), post=everybody(302))

TABLE: dict[str, Row] = {
    # for machines: no worker runs beside the tests, so the place says that it is not ready
    "healthz": Row(get=everybody(503)),
    # for everybody
    "choose-language": Row(get=everybody(302)),
    "go": Row(get=everybody(302)),
    # a style sheet, asked for by browsers
    "own-colours": LOOK,
    "home": LOOK,
    "help-now": LOOK,
    "find-support": LOOK,
    "find-support-print": LOOK,
    "find-support-calendar": LOOK,
    "who-we-are": LOOK,
    "advice": LOOK,
    "advice-page": LOOK,
    "advice-easy": LOOK,
    "leaflet": LOOK,
    "voice": LOOK,
    "venue": LOOK,
    "venue-photo": LOOK,
    "accessibility": LOOK,
    "privacy": LOOK,
    "sources": LOOK,
    "our-numbers": LOOK,
    "feeding-csv": LOOK,
    "number-releases": LOOK,
    # nothing is released in this small place
    "number-release-file": Row(get=everybody(404)),
    "open-referral": LOOK,
    "open-referral-openapi": LOOK,
    "open-referral-services": LOOK,
    "open-referral-service": LOOK,
    "open-referral-at-locations": LOOK,
    "open-referral-at-location": LOOK,
    "open-referral-taxonomies": LOOK,
    "open-referral-taxonomy": LOOK,
    "open-referral-terms": LOOK,
    "open-referral-term": LOOK,
    "open-referral-nothing": Row(get=everybody(404)),
    "session": LOOK,
    "book": Row(get=everybody(200), post=everybody(200)),
    # behind the private link of a booking; who is signed in and may not cancel for families may not cancel here
    # behind private links: a visitor says how it was, a family why it could not come; an empty form says nothing
    "venue-visit": Row(get=everybody(200), post=everybody(422)),
    "missed": Row(get=everybody(200), post=everybody(404)),
    "booking": Row(get=everybody(200), post=may(303, BOOK)),
    "booking-calendar": LOOK,
    "course-calendar": LOOK,
    "decline-offer": Row(get=everybody(200), post=everybody(200)),
    "change-booking": Row(get=everybody(200), post=everybody(422)),
    "course": LOOK,
    "book-course": Row(get=everybody(200), post=everybody(200)),
    # a visitor's wish for a course, and the place it becomes, behind their private links
    "held-course": Row(get=everybody(200), post=everybody(422)),
    "confirm-course": Row(get=everybody(200), post=may(303, BOOK)),
    # an empty form gives nothing up: it leads back to the page
    "course-place": Row(get=everybody(200), post=everybody(303)),
    # anybody may complain about data, and leave at once
    "complain-about-data": Row(get=everybody(200), post=everybody(422)),
    "data-request-status": LOOK,
    # anybody may tell how it was; an empty form tells nothing; the answer stands behind its private link
    "tell-us": Row(get=everybody(200), post=everybody(422)),
    "tell-short": Row(get=everybody(302)),
    "tell-short-about": Row(get=everybody(302)),
    "tell-us-about": Row(get=everybody(200), post=everybody(422)),
    "story-answer": Row(get=everybody(200), post=everybody(422)),
    # anybody may read how to take part, and wish to; a member's page stands behind her private link
    "take-part": LOOK,
    "join-panel": Row(get=everybody(200), post=everybody(422)),
    "answer-study": Row(get=everybody(200), post=everybody(422)),
    "panel-member": Row(get=everybody(200), post=everybody(404)),
    "agree-to-panel": Row(get=everybody(200), post=everybody(422)),
    # each of the three questions can be left out
    "count-me": Row(get=everybody(200), post=everybody(200)),
    "claim-expense": Row(get=everybody(200), post=everybody(422)),
    "my-credit": Row(get=everybody(200), post=everybody(422)),
    # anybody may become a supporter; one's own path, and the application, stand behind a private link
    "become-supporter": LOOK,
    "join-peers": Row(get=everybody(200), post=everybody(422)),
    "peer-path": LOOK,
    "apply-as-peer": Row(get=everybody(200), post=everybody(422)),
    "you-said": LOOK,
    "public-meeting": LOOK,
    "public-minutes": LOOK,
    "leave": Row(post=everybody(200)),
    # a visitor's wish, behind the page that waits for her code, and behind the link that was sent to her
    "held-booking": Row(get=everybody(200), post=everybody(422)),
    "confirm-booking": Row(get=everybody(200), post=may(303, BOOK)),
    # behind the link and the number of a card: a card and no card look the same
    "read-card": Row(get=everybody(200), post=everybody(422)),
    # behind the private links of an interpreter and of a family; who is at work has no link to answer by
    "interpreter-link": Row(get=everybody(200), post=everybody(200)),
    "interpreter-page": Row(get=everybody(404), post=everybody(404)),
    "interpreter-booked": Row(get=everybody(200), post=everybody(404)),
    # behind the old way's link: an empty form neither confirms nor refuses
    "answer-way": Row(get=everybody(200), post=everybody(422)),
    # behind the private link of a referral and a code: without the code everybody sees the same page
    "answer-referral": Row(get=everybody(200), post=everybody(200)),
    # signing in and out
    "sign-out": Row(post=everybody(302)),
    "staff-sign-in": SIGN_IN,
    "account_login": SIGN_IN,
    "parent-sign-in": SIGN_IN,
    "account_request_login_code": SIGN_IN,
    "account_confirm_login_code": LATER_STEP,
    "mfa_login_webauthn": LATER_STEP,
    "mfa_authenticate": LATER_STEP,
    "account_reset_password": Row(get=everybody(200), post=everybody(200)),
    "account_confirm_password_reset_code": LATER_STEP,
    "account_complete_password_reset": LATER_STEP,
    # this place has no single sign-on
    "openid_connect_login": Row(post=everybody(404)),
    "openid_connect_callback": Row(get=everybody(404)),
    # how somebody at work signs in; these people have no factor to remove and nothing to show again
    "mfa_index": Row(get=at_work(200)),
    "mfa_activate_totp": Row(get=at_work(200), post=at_work(200, writes=True)),
    "mfa_deactivate_totp": Row(get=at_work(404), post=at_work(404, writes=True)),
    "mfa_add_webauthn": Row(get=at_work(200), post=at_work(200, writes=True)),
    "mfa_remove_webauthn": Row(get=at_work(404), post=at_work(404, writes=True)),
    "mfa_view_recovery_codes": Row(get=at_work(404)),
    "mfa_generate_recovery_codes": Row(get=at_work(200), post=at_work(200, writes=True)),
    "account_reauthenticate": Row(get=at_work(403), post=at_work(403, writes=True)),
    "mfa_reauthenticate": Row(get=at_work(403), post=at_work(403, writes=True)),
    "mfa_reauthenticate_webauthn": Row(get=at_work(403), post=at_work(403, writes=True)),
    # the demonstration, on this machine
    "demonstration": Row(get=everybody(200)),
    "demonstration-outbox": Row(get=everybody(200)),
    "demonstration-sign-in": Row(post=everybody(302)),
    # a parent's own
    "my-page": Row(get=hers(200)),
    "own-needs": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "own-contact": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "my-data": Row(get=hers(200), post=hers(200, writes=True)),
    "my-ways": Row(get=hers(200), post=hers(404, writes=True)),
    "second-way": Row(get=hers(303), post=hers(303, writes=True)),
    "prove-again": Row(post=hers(303, writes=True)),
    "ask-about-data": Row(get=hers(200), post=hers(422, writes=True)),
    "write-to-people": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "my-readers": Row(get=hers(200), reach=True),
    "give-consent": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "my-goal": Row(get=hers(200), post=hers(422, writes=True)),
    "own-one-to-one": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "my-plan": Row(get=hers(200), reach=True),
    "withdraw-consent": Row(post=hers(200, writes=True), reach=True),
    "make-card": Row(get=hers(200), post=hers(422, writes=True), reach=True),
    "my-card": Row(get=hers(200), reach=True),
    "end-card": Row(post=hers(200, writes=True), reach=True),
    "ask-for-help": Row(get=hers(200), post=hers(200, writes=True), reach=True),
    "withdraw-referral": Row(post=hers(200, writes=True), reach=True),
    # the desk
    "desk": Row(get=at_work(200) | dict.fromkeys(TODAY, 302)),
    "today": Row(get=at_work(200, TODAY)),
    "family": Row(get=at_work(200, TODAY), reach=True),
    "find-family": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True)),
    "register-family": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True)),
    "record-birth": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    # the record, kept by those who care; merged and split by those who answer for records
    "family-record": Row(get=at_work(200, CARERS), reach=True),
    "add-parent": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "change-parent": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "change-needs": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "change-safe-contact": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    # nobody else lives there, no trouble: an empty form says so
    "change-household": Row(get=at_work(200, CARERS), post=at_work(302, CARERS, writes=True), reach=True),
    "change-crises": Row(get=at_work(200, CARERS), post=at_work(302, CARERS, writes=True), reach=True),
    "change-birth": Row(get=at_work(200, CARERS), post=at_work(302, CARERS, writes=True), reach=True),
    "correct-day": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "change-pregnancy": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "move-home": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "duplicates": Row(get=at_work(200, KEEP_RECORDS)),
    "family-duplicates": Row(get=at_work(200, KEEP_RECORDS), reach=True),
    # an empty form asks for nothing yet
    "merge-families": Row(get=at_work(200, KEEP_RECORDS), post=at_work(200, KEEP_RECORDS, writes=True), reach=True),
    "undo-merge": Row(get=at_work(200, KEEP_RECORDS), post=at_work(404, KEEP_RECORDS, writes=True), reach=True),
    "erase-referral-words": Row(
        get=at_work(200, KEEP_RECORDS), post=at_work(302, KEEP_RECORDS, writes=True), reach=True
    ),
    "split-record": Row(get=at_work(200, KEEP_RECORDS), post=at_work(422, KEEP_RECORDS, writes=True), reach=True),
    "record-feeding": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "baby-feeding": Row(get=at_work(200, TODAY), reach=True),
    "record-goal": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "record-feeding-end": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "record-weight": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "weight": Row(get=at_work(200, TODAY), reach=True),
    "correct-weight": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "take-back-weight": Row(post=at_work(200, CARERS, writes=True), reach=True),
    "assess": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "assessment": Row(get=at_work(200, TODAY), reach=True),
    "agree-plan": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "plan": Row(get=at_work(200, TODAY), reach=True),
    "language": Row(get=at_work(200, frozenset({"feeding-lead", "analyst"}))),
    "raise-concern": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    # private to whoever raised it (the midwife) and to safeguarding leads (nobody here), whatever became of the consent
    "concerns": Row(get=at_work(200)),
    "concern": Row(get=at_work(404) | {"midwife": 200}, post=at_work(404, writes=True) | {"midwife": 422}),
    "set-out": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True)),
    # her own, her colleague's to be alerted, and her managers' (who look after caseloads)
    "lone-visit": Row(
        get=at_work(404) | dict.fromkeys(SEE_VISIT, 200),
        post=at_work(404, writes=True) | dict.fromkeys(SEE_VISIT, 302),
    ),
    "precautions": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    # the midwife's own contact; who has not had it cannot correct it
    "record-contact": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    "correct-contact": Row(
        get=at_work(404, TODAY) | {"midwife": 200},
        post=at_work(404, TODAY, writes=True) | {"midwife": 422},
        reach=True,
    ),
    "add-next-step": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    "next-step": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    # the midwife's own notice: it is hers whatever became of the family's consent
    "see-notice": Row(post=at_work(404, writes=True) | {"midwife": 302}),
    "consents": Row(get=at_work(200, CARERS), reach=True),
    "ask-consent": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "withdraw-on-her-word": Row(post=at_work(200, CARERS, writes=True), reach=True),
    "make-card-with-her": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "end-card-on-her-word": Row(post=at_work(200, CARERS, writes=True), reach=True),
    "bereavement": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    # nobody has died in these families
    "undo-bereavement": Row(get=at_work(404, TODAY), post=at_work(404, TODAY, writes=True), reach=True),
    "open-in-emergency": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True)),
    # the draft of the form in use, and its first question; the form itself lacks nothing
    "assessment-forms": Row(get=at_work(200, FEEDING)),
    "begin-assessment-form": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "assessment-form": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "form-change": Row(post=at_work(302, FEEDING, writes=True)),
    "form-preview": Row(get=at_work(200, FEEDING)),
    "form-question": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "change-form-question": Row(post=at_work(302, FEEDING, writes=True)),
    "feeding-routes": Row(get=at_work(200, FEEDING), post=at_work(302, FEEDING, writes=True)),
    "feeding-route": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "take-lead": Row(post=at_work(302, CARERS, writes=True), reach=True),
    "lead": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "handover": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    # for those who look after caseloads, a file of the rows they see
    "export-caseload": Row(post=at_work(200, FEEDING, writes=True)),
    "caseload": Row(get=at_work(200, CARERS)),
    "unled-families": Row(get=at_work(200, TODAY)),
    "due-feeding": Row(get=at_work(200, TODAY)),
    "my-next-steps": Row(get=at_work(200, TODAY)),
    "notices": Row(get=at_work(200)),
    "absence": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True)),
    # her own days, and a manager's
    "call-off-absence": Row(
        post=at_work(404, CARERS, writes=True) | dict.fromkeys(("midwife", "feeding-lead"), 200),
    ),
    "continuity": Row(get=at_work(200, frozenset({"feeding-lead", "alliance-chair", "analyst"}))),
    "live-numbers": Row(get=at_work(200, RELEASE | {"alliance-chair"})),
    "release-desk": Row(get=at_work(200, RELEASE)),
    "release-quarter": Row(get=at_work(200, RELEASE), post=at_work(422, RELEASE, writes=True)),
    "programmes": Row(get=at_work(200, SEE_PROGRAMMES)),
    "found-programme": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # an empty form names nobody, while somebody still stands beside families
    "programme": Row(get=at_work(200, SEE_PROGRAMMES), post=at_work(422, RUN_SESSIONS, writes=True)),
    "enrol-family": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "end-enrolment": Row(post=at_work(200, CARERS, writes=True), reach=True),
    # without a need chosen, sending the form leads back to choosing one
    "refer": Row(get=at_work(200, CARERS), post=at_work(200, CARERS, writes=True), reach=True),
    "referrals": Row(get=at_work(200, ANSWER)),
    "referral": Row(get=at_work(200, ANSWER), post=at_work(422, ANSWER, writes=True), reach=True),
    "receiver": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "diary": Row(get=at_work(200, ANSWER)),
    "sessions-desk": Row(get=at_work(200, KEEP_REGISTERS)),
    # a day without internet; an empty form names no entry, and an empty sending cannot be read
    "hub-days": Row(get=at_work(200, KEEP_REGISTERS)),
    "hub-day": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(404, KEEP_REGISTERS, writes=True)),
    "hub-day-print": Row(get=at_work(200, KEEP_REGISTERS)),
    "withdraw-device": Row(post=at_work(200, KEEP_REGISTERS, writes=True)),
    "hub-device": Row(get=at_work(200, KEEP_REGISTERS)),
    "hub-device-worker": Row(get=at_work(200, KEEP_REGISTERS)),
    "hub-device-manifest": Row(get=at_work(200, KEEP_REGISTERS)),
    "hub-device-pack": Row(post=at_work(422, KEEP_REGISTERS, writes=True)),
    "hub-device-entries": Row(post=at_work(422, KEEP_REGISTERS, writes=True)),
    "alliance": Row(get=at_work(200, ALLIANCE)),
    "audit": Row(get=at_work(200, ADMINS)),
    # behind the private link of an invitation
    "join": Row(get=everybody(200), post=everybody(303)),
    # administrators: of one organisation, or of all; an empty form names no person, invitation or job
    "people": Row(get=at_work(200, ADMINS)),
    "person": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "invite": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "invitations": Row(get=at_work(200, ADMINS), post=at_work(404, ADMINS, writes=True)),
    "staff-list": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "end-work": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "suspend": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "lift-suspension": Row(post=at_work(303, ADMINS, writes=True)),
    "reset-factor": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "organisations": Row(get=at_work(200, ADMINS)),
    "add-organisation": Row(get=at_work(200, OF_THE_PLACE), post=at_work(422, OF_THE_PLACE, writes=True)),
    "organisation": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "add-receiver": Row(get=at_work(200, ADMINS), post=at_work(422, ADMINS, writes=True)),
    "roles": Row(get=at_work(200, ADMINS)),
    "imports": Row(get=at_work(200, ADMINS)),
    "condition": Row(get=at_work(200, OF_THE_PLACE)),
    "failed-jobs": Row(get=at_work(200, OF_THE_PLACE), post=at_work(404, OF_THE_PLACE, writes=True)),
    "message-log": Row(get=at_work(200, OF_THE_PLACE)),
    "place-settings": Row(get=at_work(200, OF_THE_PLACE)),
    "place-setting": Row(get=at_work(200, OF_THE_PLACE), post=at_work(422, OF_THE_PLACE, writes=True)),
    # behind the link that is printed as a place begins; people at work have come in already
    "begin": Row(get=everybody(200), post=everybody(303)),
    "alliance-member": Row(get=at_work(200, ALLIANCE), post=at_work(422, ALLIANCE, writes=True)),
    "sign-agreement": Row(get=at_work(200, ALLIANCE), post=at_work(422, ALLIANCE, writes=True)),
    "end-agreement": Row(post=at_work(200, ALLIANCE, writes=True)),
    "end-member": Row(get=at_work(200, ALLIANCE), post=at_work(422, ALLIANCE, writes=True)),
    # only what one's own organisation keeps; an empty form says nothing of it
    "add-service": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "keep-service": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "withdraw-service": Row(post=at_work(303, RUN_SESSIONS, writes=True)),
    "offer-service-again": Row(post=at_work(303, RUN_SESSIONS, writes=True)),
    # a translation may be empty: it is read in English then
    "translate-service": Row(get=at_work(200, RUN_SESSIONS), post=at_work(303, RUN_SESSIONS, writes=True)),
    "add-venue": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "welcome": Row(get=at_work(200, RUN_SESSIONS)),
    "keep-welcome": Row(get=at_work(200, RUN_SESSIONS)),
    "describe-venue": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "add-photo": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "remove-photo": Row(post=at_work(200, RUN_SESSIONS, writes=True)),
    "ask-visit": Row(post=at_work(404, RUN_SESSIONS, writes=True)),
    "write-visit": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "visit": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "add-improvement": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # whoever works in the organisation may be asked to put something right
    "improvement": Row(get=at_work(200), post=at_work(422, writes=True)),
    "barriers": Row(get=at_work(200, ALLIANCE | RELEASE | PARTAKE)),
    "keep-venue": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # an empty form names no listing
    "listings": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    # an empty form names no booking
    "call-off-session": Row(post=at_work(200, frozenset({"coordinator"}), writes=True), reach=True),
    # timetables: an empty form says nothing
    "timetables": Row(get=at_work(200, PLAN)),
    "timetable": Row(get=at_work(200, PLAN)),
    **dict.fromkeys(
        (
            *("add-series", "change-series", "end-series", "add-rule", "change-rule", "add-date", "terms", "term"),
            "copy-term",
            "follow-terms",
        ),
        Row(get=at_work(200, PLAN), post=at_work(422, PLAN, writes=True)),
    ),
    "reopen-series": Row(post=at_work(302, PLAN, writes=True)),
    **dict.fromkeys(("end-rule", "remove-term"), Row(post=at_work(200, PLAN, writes=True))),
    "change-date": Row(get=at_work(200, PLAN), post=at_work(422, PLAN, writes=True), reach=True),
    "footfall": Row(get=at_work(200, KEEP_REGISTERS)),
    "cafe": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    # before the day of the session nothing is told of it
    "arrivals-told": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "one-to-one": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "book-one-to-one": Row(
        get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True
    ),
    "one-to-one-times": Row(
        get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True
    ),
    "withdraw-one-to-one": Row(post=at_work(200, KEEP_REGISTERS, writes=True), reach=True),
    "cafe-families": Row(get=at_work(200, CARERS), post=at_work(422, CARERS, writes=True), reach=True),
    "register": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(404, KEEP_REGISTERS, writes=True), reach=True),
    # pumps, stores and recalls: each organisation's own. What another lends, keeps or was given is not found
    "borrow-pump": LOOK,
    # safer-sleep bundles, notices from housing, new places: each organisation's own, and her own
    "my-bundle": Row(get=hers(200), post=hers(422, writes=True)),
    "my-bundle-paper": Row(get=hers(200)),
    "bundle-requests": Row(get=at_work(200, KEEP_REGISTERS)),
    "bundles": Row(get=at_work(200, KEEP_REGISTERS)),
    "add-bundle": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "bundle-substitute": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "bundle-labels": Row(get=at_work(200, KEEP_REGISTERS)),
    "bundle-numbers": Row(get=at_work(200, SEE_USE)),
    "bundle-request": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "pack-bundle": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "give-bundle": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "bundle-paper": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    # who lends pumps may ask for one, or for a bundle, but opens no record
    "request-bundle": Row(
        get=at_work(200, CARERS) | {"coordinator": 404},
        post=at_work(422, CARERS, writes=True) | {"coordinator": 404},
        reach=True,
    ),
    "housing-notices": Row(get=at_work(200, KEEP_REGISTERS)),
    "add-housing-notice": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True)),
    "housing-notice": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(303, KEEP_REGISTERS, writes=True), reach=True),
    "rechecks": Row(get=at_work(200, KEEP_REGISTERS)),
    "recheck": Row(
        get=at_work(200, CARERS) | {"coordinator": 404},
        post=at_work(422, CARERS, writes=True) | {"coordinator": 404},
        reach=True,
    ),
    # a visitor's wish for a pump waits behind its two private links until the contact is proved
    "ask-pump": Row(get=everybody(200), post=everybody(422)),
    "held-pump": Row(get=everybody(200), post=everybody(422)),
    "confirm-pump": Row(get=everybody(200), post=may(303, BOOK)),
    "my-pump": Row(get=hers(200), post=hers(422, writes=True)),
    "my-pump-return": Row(get=hers(200), post=hers(422, writes=True)),
    "my-pump-agreement": Row(get=hers(200)),
    "pumps": Row(get=at_work(200, KEEP_REGISTERS)),
    "find-pump": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True)),
    "count-pumps": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True)),
    "pump-labels": Row(get=at_work(200, KEEP_REGISTERS)),
    "add-pump": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "pump-models": Row(get=at_work(200, KEEP_REGISTERS)),
    "add-pump-model": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "pump-check-list": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "pump-use": Row(get=at_work(200, SEE_USE)),
    "pump-line": Row(get=at_work(200, KEEP_REGISTERS)),
    "pump-request": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "begin-hand-over": Row(
        get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True
    ),
    "pump-loans": Row(get=at_work(200, KEEP_REGISTERS)),
    "pump-loan": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "finish-hand-over": Row(
        get=at_work(303, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True
    ),
    "return-pump": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "collect-pump": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "lose-pump": Row(post=at_work(200, KEEP_REGISTERS, writes=True), reach=True),
    "pump-agreement": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    "pump": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(404, KEEP_REGISTERS, writes=True), reach=True),
    "retire-pump": Row(post=at_work(200, RUN_SESSIONS, writes=True), reach=True),
    "check-pump": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "request-pump": Row(
        get=at_work(200, CARERS) | {"coordinator": 404},
        post=at_work(422, CARERS, writes=True) | {"coordinator": 404},
        reach=True,
    ),
    "stores": Row(get=at_work(200, KEEP_REGISTERS)),
    "add-store": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "add-stock-item": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "store": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    "change-store": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    # what was bought or donated, and every movement
    "receive-stock": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "move-stock": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "count-stock": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "stock-threshold": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True), reach=True),
    "recalls": Row(get=at_work(200, KEEP_REGISTERS)),
    "begin-recall": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "recall": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    "told-of-recall": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "courses-desk": Row(get=at_work(200, KEEP_REGISTERS)),
    "choose-course-series": Row(get=at_work(200, frozenset({"coordinator"}))),
    "plan-course": Row(
        get=at_work(200, frozenset({"coordinator"})),
        post=at_work(422, frozenset({"coordinator"}), writes=True),
        reach=True,
    ),
    "course-desk": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    "course-plan": Row(
        get=at_work(200, frozenset({"coordinator"})),
        post=at_work(422, frozenset({"coordinator"}), writes=True),
        reach=True,
    ),
    # any worker may invite the families in reach to any course of the place
    "course-invitations": Row(get=at_work(200, TODAY)),
    "invite-to-course": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    "course-invitation": Row(get=at_work(200, TODAY), post=at_work(422, TODAY, writes=True), reach=True),
    "course-follow-ups": Row(get=at_work(200, KEEP_REGISTERS)),
    "course-follow-up": Row(
        get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True
    ),
    "register-print": Row(get=at_work(200, KEEP_REGISTERS), reach=True),
    "text-all": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    "book-for": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    # a coordinator has no family's record to book from
    "book-for-family": Row(
        get=at_work(200, CARERS) | {"coordinator": 404},
        post=at_work(422, CARERS, writes=True) | {"coordinator": 404},
        reach=True,
    ),
    "sessions-for-family": Row(get=at_work(200, CARERS) | {"coordinator": 404}, reach=True),
    "confirm-spoken": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True), reach=True),
    # a form that says nothing names no act; a coordinator has no family's record to book from
    "book-interpreter": Row(
        get=at_work(200, CARERS) | {"coordinator": 404},
        post=at_work(422, CARERS, writes=True) | {"coordinator": 404},
        reach=True,
    ),
    "interpreter-booking": Row(
        get=at_work(200, BOOK_INTERPRETERS), post=at_work(404, BOOK_INTERPRETERS, writes=True), reach=True
    ),
    "interpreting": Row(get=at_work(200, RUN_SESSIONS)),
    "interpreting-costs": Row(get=at_work(200, RUN_SESSIONS)),
    "interpreters": Row(get=at_work(200, RUN_SESSIONS)),
    "add-interpreter": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "interpreter": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # changes of an interpreter's number wait with those who keep interpreters; an account is changed by administrators
    "ways": Row(get=at_work(200)),
    # stories are read first by few; the midwife is asked for the English of one; themes and meetings are for members
    "stories": Row(get=at_work(200, READ_STORIES)),
    "story": Row(get=at_work(200, READ_STORIES), post=at_work(422, READ_STORIES, writes=True)),
    "story-duty": Row(get=at_work(200, READ_STORIES), post=at_work(422, READ_STORIES, writes=True)),
    "translate-story": Row(get=at_work(404) | {"midwife": 200}, post=at_work(404, writes=True) | {"midwife": 422}),
    # the midwife is asked to write it down
    "story-recording": Row(get=at_work(404) | dict.fromkeys(READ_STORIES | {"midwife"}, 200)),
    "write-down-story": Row(get=at_work(404) | {"midwife": 200}, post=at_work(404, writes=True) | {"midwife": 422}),
    "story-codes": Row(get=at_work(200, PARTAKE)),
    "story-code": Row(get=at_work(200, PARTAKE)),
    "themes": Row(get=at_work(200, PARTAKE)),
    "theme": Row(get=at_work(200, PARTAKE), post=at_work(422, GATHER, writes=True)),
    "sort-story": Row(get=at_work(200, GATHER), post=at_work(422, GATHER, writes=True)),
    "theme-reply": Row(get=at_work(200, GATHER), post=at_work(422, GATHER, writes=True)),
    "welcome-answers": Row(get=at_work(200, PARTAKE), post=at_work(422, PARTAKE, writes=True)),
    "meetings": Row(get=at_work(200, PARTAKE)),
    "plan-meeting": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "move-meeting": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "meeting-interests": Row(get=at_work(200, PARTAKE), post=at_work(422, PARTAKE, writes=True)),
    "meeting-calendar": Row(get=at_work(200, PARTAKE)),
    "meeting-minutes": Row(get=at_work(200, PARTAKE)),
    "meeting": Row(get=at_work(200, PARTAKE), post=at_work(422, PREPARE, writes=True)),
    "agenda-point": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "agreed-actions": Row(get=at_work(200, PARTAKE)),
    # the midwife has agreed to do it
    "agreed-action": Row(
        get=at_work(404) | dict.fromkeys(PARTAKE | {"midwife"}, 200),
        post=at_work(404, writes=True) | dict.fromkeys(PARTAKE, 403) | dict.fromkeys(PREPARE | {"midwife"}, 422),
    ),
    # one's own training is everybody's; managers see their organisation's, the lead and coordinators all of it
    "my-training": Row(get=at_work(200)),
    "training": Row(get=at_work(200, RUN_SESSIONS)),
    "training-csv": Row(get=at_work(200, RUN_SESSIONS)),
    "person-training": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "qualification": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "choose-colleague": Row(get=at_work(200, KEEP_REGISTERS)),
    "sign-competence": Row(get=at_work(200, KEEP_REGISTERS), post=at_work(422, KEEP_REGISTERS, writes=True)),
    "training-sessions": Row(get=at_work(200, RUN_SESSIONS)),
    "plan-training": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # an empty form presses no button
    "training-session": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    "training-list": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "training-return": Row(get=at_work(200, RUN_SESSIONS)),
    "requirements": Row(get=at_work(200, RUN_SESSIONS)),
    "requirement": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "library-changes": Row(get=at_work(200, RUN_SESSIONS)),
    # those whose work says the answer; the button alone says that they have seen it
    "library-change": Row(
        get=at_work(404) | dict.fromkeys(ANSWER, 200), post=at_work(404, writes=True) | dict.fromkeys(ANSWER, 303)
    ),
    "statement-uses": Row(get=at_work(200, FEEDING)),
    "statement-use": Row(get=at_work(200, FEEDING), post=at_work(422, FEEDING, writes=True)),
    "workforce": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # panels: what was asked, said and changed is for all who take part; people and money for those who keep them
    "panels": Row(get=at_work(200, PARTAKE)),
    "found-panel": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "panel-terms": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "panel-owed": Row(get=at_work(200, PREPARE), post=at_work(404, PREPARE, writes=True)),
    "refuse-expense": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "panel-totals": Row(get=at_work(200, PARTAKE)),
    "panel-answers": Row(get=at_work(200, PARTAKE)),
    # the midwife is asked to answer
    "answer-finding": Row(
        get=at_work(404) | dict.fromkeys(PARTAKE | {"midwife"}, 200),
        post=at_work(404, writes=True) | dict.fromkeys(PARTAKE, 403) | dict.fromkeys(GATHER | {"midwife"}, 422),
    ),
    "panel-finding": Row(get=at_work(200, PARTAKE), post=at_work(422, GATHER, writes=True)),
    "panel-person": Row(get=at_work(200, PREPARE), post=at_work(404, PREPARE, writes=True)),
    "panel-session": Row(get=at_work(200, PARTAKE), post=at_work(422, GATHER, writes=True)),
    # an empty form asks whether the panel is to be closed
    "panel": Row(get=at_work(200, PARTAKE), post=at_work(200, PREPARE, writes=True)),
    "invite-to-panel": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "plan-panel-session": Row(get=at_work(200, GATHER), post=at_work(422, GATHER, writes=True)),
    # peer supporters, for those who look after them; an empty form presses no button
    "peers": Row(get=at_work(200, RUN_SESSIONS)),
    "peer": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    **dict.fromkeys(
        (
            *("peer-interview", "peer-on-course", "peer-at-work", "peer-reference", "decide-peer-check"),
            *("answer-peer-check", "sign-peer-skill", "plan-peer-course", "add-make-up", "peer-wish", "peer-weights"),
        ),
        Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    ),
    # a supporter's own pages; this one supports the own family, and the empty form asks for nothing
    "peer-today": Row(get=at_work(200, PEERS), post=at_work(404, PEERS, writes=True)),
    "peer-log": Row(get=at_work(200, PEERS), post=at_work(422, PEERS, writes=True)),
    "claim-peer-cost": Row(get=at_work(200, PEERS), post=at_work(422, PEERS, writes=True)),
    "peer-away": Row(get=at_work(200, PEERS), post=at_work(422, PEERS, writes=True)),
    # days with children; an empty form names none
    "rota": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    "note-rota-day": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "my-rota": Row(get=at_work(200, PEERS), post=at_work(404, PEERS, writes=True)),
    "note-my-day": Row(get=at_work(200, PEERS), post=at_work(422, PEERS, writes=True)),
    "peer-watch": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    "peer-costs": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    "peer-costs-csv": Row(get=at_work(200, RUN_SESSIONS)),
    **dict.fromkeys(
        ("supervisor-away", "refuse-peer-cost", "peer-supervision", "peer-supervisor"),
        Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    ),
    "peer-certificate": Row(get=at_work(200, RUN_SESSIONS)),
    "peer-courses": Row(get=at_work(200, RUN_SESSIONS)),
    "peer-course": Row(get=at_work(200, RUN_SESSIONS), post=at_work(404, RUN_SESSIONS, writes=True)),
    "peer-wishes": Row(get=at_work(200, RUN_SESSIONS)),
    # an empty form asks whether mothers are to be written to
    "peer-plan": Row(get=at_work(200, RUN_SESSIONS), post=at_work(200, RUN_SESSIONS, writes=True)),
    # an empty form chooses nobody
    "my-supporter": Row(get=hers(200), post=hers(404, writes=True)),
    "my-supporter-wish": Row(get=hers(200), post=hers(422, writes=True)),
    "studies": Row(get=at_work(200, PARTAKE)),
    "begin-study": Row(get=at_work(200, GATHER), post=at_work(422, GATHER, writes=True)),
    "study": Row(get=at_work(200, PARTAKE), post=at_work(422, PREPARE, writes=True)),
    "enter-interview": Row(get=at_work(200, GATHER), post=at_work(422, GATHER, writes=True)),
    "joint-works": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "joint-work": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    # the plan is read by those who take part, noted by those who prepare; the midwife answers for one step
    "our-plan": Row(get=at_work(200, PARTAKE)),
    "plan-step": Row(
        get=at_work(404) | dict.fromkeys(PARTAKE | {"midwife"}, 200),
        post=at_work(404, writes=True) | dict.fromkeys(PARTAKE, 403) | dict.fromkeys(PREPARE | {"midwife"}, 422),
    ),
    "plan-aims": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "end-aim": Row(post=at_work(200, PREPARE, writes=True)),
    "plan-costs": Row(get=at_work(200, PARTAKE)),
    "add-cost": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "case-study": Row(get=at_work(200, PARTAKE)),
    "case-chapter": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "plan-paper": Row(get=at_work(200, PARTAKE)),
    # every member shares, whatever its people work as; an empty form presses no button
    "events": Row(get=at_work(200)),
    "event": Row(get=at_work(200), post=at_work(422, writes=True)),
    "plan-event": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "plan-known-event": Row(get=at_work(200, PREPARE), post=at_work(422, PREPARE, writes=True)),
    "call-off-event": Row(post=at_work(200, PREPARE, writes=True)),
    "alliance-calendar": LOOK,
    "alliance-calendar-file": LOOK,
    "alliance-event": LOOK,
    "event-poster": LOOK,
    "data-requests": Row(get=at_work(200, ANSWER_FOR_DATA)),
    "data-request": Row(get=at_work(200, ANSWER_FOR_DATA), post=at_work(422, ANSWER_FOR_DATA, writes=True)),
    "way-proposal": Row(
        get=at_work(404) | dict.fromkeys(RUN_SESSIONS, 200),
        post=at_work(404, writes=True) | dict.fromkeys(RUN_SESSIONS, 422),
    ),
    "change-way": Row(
        get=at_work(404) | dict.fromkeys(ADMINS, 200), post=at_work(404, writes=True) | dict.fromkeys(ADMINS, 422)
    ),
    "interpreter-line": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    # an empty form ticks nothing and presses no button
    "change-reviews": Row(get=at_work(200, RUN_SESSIONS)),
    "change-review": Row(get=at_work(200, RUN_SESSIONS), post=at_work(422, RUN_SESSIONS, writes=True)),
    "helplines": Row(get=at_work(200, RUN_SESSIONS)),
    "helpline": Row(get=at_work(200, RUN_SESSIONS), post=at_work(200, RUN_SESSIONS, writes=True)),
    # the library: what to say is for everybody at work; its words are kept by a few
    "advice-scripts": Row(get=at_work(200)),
    "advice-script": Row(get=at_work(200)),
    "advice-print": Row(get=at_work(200)),
    "library": Row(get=at_work(200, KEEP_LIBRARY)),
    "library-languages": Row(get=at_work(200, KEEP_LIBRARY)),
    "library-signs": Row(get=at_work(200, KEEP_LIBRARY)),
    "check-signs": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "add-statement": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    # an empty form names no act
    "statement": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(404, KEEP_LIBRARY, writes=True)),
    "propose-wording": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "translate-statement": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "keep-voice": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "add-page": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "edit-page": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    "translate-page": Row(get=at_work(200, KEEP_LIBRARY), post=at_work(422, KEEP_LIBRARY, writes=True)),
    # an empty form offers nothing that could be undone
    "undo": Row(post=at_work(422, writes=True)),
    "gallery": Row(get=at_work(200)),
}
