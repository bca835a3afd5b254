"""What one tap does at every address that takes a form, and at every button of a page with several.

A new form that is not in this table fails a test: who adds it says what its first tap does.
"""

from enum import StrEnum


class Tap(StrEnum):
    """What becomes of a tap that was not meant."""

    PAGE = "page"
    """Nothing: a page of its own asked questions, or said what happens; it is sent with answers."""
    ADDS = "adds"
    """It adds something that a later entry, a correction or another answer takes the place of."""
    TWIN = "twin"
    """The button that does the opposite stands where it leads to."""
    UNDO = "undo"
    """The next page offers to undo it for some minutes."""
    ASKS = "asks"
    """Nothing: the first tap asks, on a page that says who is affected."""
    NOBODY = "nobody"
    """It changes nothing of a family or a worker: signing in, a language, a draft of a form."""


ADDRESSES: dict[str, Tap] = {
    **dict.fromkeys(
        (
            *("own-needs", "own-contact", "give-consent", "my-goal", "make-card", "ask-for-help"),
            *("register-family", "record-birth", "add-parent", "change-parent", "change-needs", "change-safe-contact"),
            *("change-household", "change-crises", "change-birth", "correct-day", "change-pregnancy", "move-home"),
            *("merge-families", "undo-merge", "erase-referral-words", "split-record"),
            *("record-feeding", "record-goal", "record-feeding-end", "record-weight", "correct-weight", "assess"),
            *("agree-plan", "raise-concern", "concern", "set-out", "precautions", "record-contact", "correct-contact"),
            *("add-next-step", "ask-consent", "make-card-with-her", "bereavement", "undo-bereavement"),
            *("open-in-emergency", "lead", "handover", "absence", "release-quarter", "found-programme", "programme"),
            *("enrol-family", "refer", "referral", "receiver", "alliance-member", "sign-agreement"),
            *(
                "end-member",
                "plan-step",
                "plan-aims",
                "add-cost",
                "case-chapter",
                "event",
                "plan-event",
                "plan-known-event",
            ),
            *("add-service", "keep-service", "translate-service", "add-venue", "keep-venue", "confirm-spoken"),
            *("book-interpreter", "interpreter-booking", "add-interpreter", "interpreter", "way-proposal"),
            *("change-way", "interpreter-line", "change-review", "helpline", "check-signs", "add-statement"),
            *("statement", "propose-wording", "translate-statement", "keep-voice", "add-page", "edit-page"),
            *("translate-page", "begin-assessment-form", "assessment-form", "form-question", "feeding-route"),
            *("book", "held-booking", "read-card", "interpreter-page", "interpreter-booked", "answer-way"),
            *("answer-referral", "ask-about-data", "complain-about-data", "data-request", "my-data", "my-ways"),
            *(
                "find-pump",
                "add-pump",
                "add-pump-model",
                "pump-check-list",
                "begin-hand-over",
                "check-pump",
                "request-pump",
                "ask-pump",
                *("my-bundle", "add-bundle", "bundle-substitute", "bundle-request", "give-bundle", "request-bundle"),
                "pack-bundle",
                *("add-housing-notice", "recheck"),
                "held-pump",
            ),
            *(
                "return-pump",
                "collect-pump",
                "my-pump-return",
                "pump-request",
                "finish-hand-over",
                "my-pump",
                "count-pumps",
            ),
            *("add-store", "add-stock-item", "change-store", "receive-stock", "move-stock", "begin-recall"),
            *("count-stock", "stock-threshold"),
            *("told-of-recall", "count-pumps", "request-pump"),
            *("book-one-to-one", "one-to-one-times", "cafe-families", "own-one-to-one"),
            *("change-booking", "write-to-people", "place-setting", "add-organisation", "organisation", "add-receiver"),
            *("text-all", "book-for", "book-for-family", "hub-day"),
            *("describe-venue", "add-photo", "write-visit", "visit", "add-improvement", "venue-visit"),
            *("book-course", "held-course", "plan-course", "course-plan", "invite-to-course", "course-invitation"),
            "course-follow-up",
            *("add-series", "change-series", "end-series", "add-rule", "change-rule", "add-date", "change-date"),
            *("terms", "term", "copy-term", "follow-terms"),
            *("invite", "person", "staff-list", "suspend", "end-work", "reset-factor"),
            *("tell-us", "tell-us-about", "story-answer", "story", "story-duty", "translate-story", "theme"),
            *(
                "sort-story",
                "theme-reply",
                "welcome-answers",
                "write-down-story",
                "plan-meeting",
                "move-meeting",
                "meeting-interests",
                "meeting",
                "agenda-point",
                "agreed-action",
            ),
            *("person-training", "qualification", "sign-competence", "plan-training", "training-session"),
            *("training-list", "requirement", "statement-use", "workforce"),
            *("join-panel", "answer-study", "agree-to-panel", "count-me", "claim-expense", "my-credit"),
            *("found-panel", "panel-terms", "refuse-expense", "answer-finding", "panel-finding", "panel-session"),
            *("invite-to-panel", "plan-panel-session", "begin-study", "study", "enter-interview"),
            *("joint-works", "joint-work", "panel", "panel-member", "panel-owed", "panel-person"),
            *("join-peers", "apply-as-peer", "peer-interview", "peer-on-course", "peer-at-work", "peer-reference"),
            *("decide-peer-check", "answer-peer-check", "sign-peer-skill", "plan-peer-course", "add-make-up"),
            *("peer-log", "claim-peer-cost", "peer-away", "supervisor-away", "refuse-peer-cost", "peer-supervision"),
            *("peer-today", "peer-watch", "peer-costs", "peer-supervisor", "note-rota-day", "note-my-day"),
            *("peer-wish", "peer-weights", "peer", "peer-course", "my-supporter", "my-supporter-wish"),
        ),
        Tap.PAGE,
    ),
    **dict.fromkeys(
        (
            *("pump-loan", "confirm-pump", "housing-notice"),
            *("confirm-booking", "listings", "join", "invitations", "failed-jobs"),
            *("reopen-series", "arrivals-told", "ask-visit", "missed", "confirm-course"),
            *("hub-device-pack", "hub-device-entries", "library-change"),
        ),
        Tap.ADDS,
    ),
    **dict.fromkeys(
        (
            "cafe",
            "course-place",
            "one-to-one",
            "booking",
            "register",
            "withdraw-service",
            "offer-service-again",
            "feeding-routes",
            "lift-suspension",
            "pump",
            "rota",
            "my-rota",
        ),
        Tap.TWIN,
    ),
    **dict.fromkeys(("improvement", "next-step", "see-notice", "take-lead", "lone-visit"), Tap.UNDO),
    **dict.fromkeys(
        (
            *("withdraw-consent", "withdraw-on-her-word", "end-card", "end-card-on-her-word", "withdraw-referral"),
            *("take-back-weight", "end-enrolment", "call-off-absence", "end-agreement", "call-off-session"),
            *("lose-pump", "retire-pump"),
            *("end-aim", "call-off-event", "peer-plan"),
            *("end-rule", "remove-term", "withdraw-one-to-one", "decline-offer", "remove-photo", "withdraw-device"),
        ),
        Tap.ASKS,
    ),
    **dict.fromkeys(
        (
            *("sign-out", "staff-sign-in", "account_login", "parent-sign-in", "account_request_login_code"),
            *("account_confirm_login_code", "mfa_login_webauthn", "mfa_authenticate", "account_reset_password"),
            *("account_confirm_password_reset_code", "account_complete_password_reset", "openid_connect_login"),
            *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_remove_webauthn"),
            *("mfa_generate_recovery_codes", "account_reauthenticate", "mfa_reauthenticate"),
            *("mfa_reauthenticate_webauthn", "demonstration-sign-in", "interpreter-link", "undo"),
            *("form-change", "change-form-question", "find-family", "export-caseload", "leave", "begin"),
            *("second-way", "prove-again"),
        ),
        Tap.NOBODY,
    ),
}
BUTTONS: dict[str, dict[str, Tap]] = {
    "cafes/cafe": {"take-back": Tap.TWIN, "count-again": Tap.TWIN},
    "cafes/families": {"note": Tap.PAGE, "take-off": Tap.TWIN},
    # each step has its way back, as long as another telephone has not moved her on
    "cafes/one_to_one": dict.fromkeys(
        ("booked", "waiting", "called", "being_seen", "seen", "left", "given_back"), Tap.TWIN
    ),
    "cafes/own_turn": {"give-back": Tap.TWIN},
    "education/register": {
        "attended": Tap.TWIN,
        "did_not_come": Tap.TWIN,
        "taken_off": Tap.ADDS,
        "call-off": Tap.ASKS,
        "expect": Tap.PAGE,
    },
    "alliance/action": dict.fromkeys(("finish", "give", "later"), Tap.PAGE),
    # whom one has asked stays asked; what was shared is ticked anew
    "awareness/event": {"ask": Tap.ADDS, "shared": Tap.PAGE},
    # a duty, a story in a theme: what is taken off is put on again on the same page or the one before
    "listening/duty": {"take-off": Tap.TWIN},
    "alliance/interests": {"end": Tap.TWIN},
    "alliance/meeting": {
        "approve": Tap.ASKS,
        "call-off": Tap.ASKS,
        "came": Tap.PAGE,
        "freeze": Tap.ASKS,
        "point": Tap.PAGE,
    },
    "alliance/point": {"decide": Tap.PAGE, "minutes": Tap.PAGE},
    # a story let on can be set aside, and the other way round
    "listening/story": {"aside": Tap.PAGE, "ask": Tap.PAGE, "clear": Tap.PAGE, "hear": Tap.PAGE, "let-on": Tap.TWIN},
    "listening/theme": {"promise": Tap.PAGE, "settle": Tap.PAGE, "take-out": Tap.TWIN},
    "caseloads/handover": {"accept": Tap.ADDS, "complete": Tap.PAGE, "decline": Tap.PAGE, "withdraw": Tap.ASKS},
    "caseloads/lead": {"deputy": Tap.PAGE, "propose": Tap.PAGE},
    "courses/confirm": {"let-go": Tap.ADDS},
    "courses/held": {"let-go": Tap.ADDS},
    "courses/place": {"book-again": Tap.TWIN, "cancel": Tap.ASKS},
    "directory/change_review": {"leave": Tap.PAGE, "publish": Tap.PAGE, "publish-all": Tap.PAGE},
    "equipment/desk/finish": {"drop": Tap.ADDS},
    "equipment/my/pump": {"end": Tap.ASKS, "extend": Tap.ADDS},
    "families/give_consent": {"no": Tap.PAGE, "yes": Tap.PAGE},
    "families/merge": {"consider": Tap.PAGE, "distinct": Tap.PAGE, "merge": Tap.PAGE},
    "feeding/assessment_form": {
        **dict.fromkeys(("draft", "publish", "remove", "up"), Tap.NOBODY),
        "drop": Tap.ASKS,
        "offer": Tap.TWIN,
        "withdraw": Tap.TWIN,
    },
    "groups/booking": {"accept": Tap.TWIN, "book-again": Tap.TWIN, "cancel": Tap.ASKS, "wait-again": Tap.TWIN},
    "groups/confirm": {"let-go": Tap.ADDS},
    "groups/held": {"let-go": Tap.ADDS},
    "bundles/request": {"approve": Tap.ADDS},
    "equipment/visitor/prove": {"let-go": Tap.ADDS},
    "groups/register": {
        **dict.fromkeys(("cancel", "death"), Tap.ASKS),
        **dict.fromkeys(("arrived", "left_early", "did_not_come", "expected"), Tap.TWIN),
    },
    "hub_days/day": {"leave": Tap.ASKS, "take": Tap.ASKS},
    "interpreting/booking": {
        **dict.fromkeys(("arrive", "confirm", "decline", "done", "fail", "late", "offer"), Tap.ADDS),
        "cancel": Tap.ASKS,
    },
    "interpreting/interpreter_form": {"end": Tap.ASKS},
    "interpreting/link": {"open": Tap.NOBODY, "send": Tap.NOBODY},
    "interpreting/own_page": {
        **dict.fromkeys(("accept", "here", "late"), Tap.ADDS),
        "close": Tap.NOBODY,
        "decline": Tap.ASKS,
    },
    "library/statement": {"approve": Tap.ADDS, "confirm": Tap.PAGE, "withdraw": Tap.ASKS},
    "library/voice": {"remove": Tap.ASKS},
    "organisations/confirm_reset": {"confirm": Tap.PAGE, "withdraw": Tap.ADDS},
    "organisations/invitations": {"again": Tap.ADDS, "withdraw": Tap.ADDS},
    "referrals/answer_door": {"open": Tap.NOBODY, "send-code": Tap.NOBODY},
    # each move that asks nothing first is an answer to a referral; the next move takes its place
    "referrals/answer_referral": {"*": Tap.ADDS},
    "referrals/referral": {"*": Tap.ADDS},
    "referrals/refer": {"draft": Tap.PAGE, "send": Tap.PAGE},
    "safeguarding/precautions": {"end": Tap.ASKS},
    "tasks/family/next_steps": {"done": Tap.UNDO},
    "missed/missed": {"take": Tap.ADDS},
    "panels/answer_finding": {"give": Tap.PAGE},
    # the one she has chosen can be changed on the same page
    "peers/mine": {"choose": Tap.TWIN, **dict.fromkeys(("change", "end", "no"), Tap.ASKS)},
    "peers/peer": {"move": Tap.ASKS},
    # a call that was not meant is answered by a person; a name answers it
    "peers/today": {"help": Tap.ADDS},
    "peers/watch": {"answer": Tap.ADDS},
    "peers/costs": {"approve": Tap.ADDS, "paid": Tap.ASKS},
    "studies/one_question": {"back": Tap.NOBODY},
    "panels/owed": {"approve": Tap.ADDS, "paid": Tap.ASKS, "pay": Tap.ASKS},
    "panels/own": {
        **dict.fromkeys(("decline", "leave"), Tap.ASKS),
        **dict.fromkeys(("show", "hide", "take", "waive"), Tap.TWIN),
    },
    "panels/panel": {"close": Tap.ASKS},
    # an invitation sent to her can be closed on the same page
    "panels/person": {"again": Tap.TWIN, "close": Tap.ASKS, "rest": Tap.ASKS},
    "panels/session": {"came": Tap.PAGE, "finding": Tap.PAGE, "publish": Tap.ASKS, "said": Tap.PAGE},
    "welcome/improvement": {"cannot": Tap.UNDO, "done": Tap.UNDO, "hand_on": Tap.ADDS},
    "tasks/next_step": {"done": Tap.UNDO, "drop": Tap.UNDO, "hand_on": Tap.ADDS},
    "tasks/step_row": {"done": Tap.UNDO},
    "timetables/date_effect": {"back": Tap.NOBODY, "save": Tap.PAGE},
    "timetables/preview": {"back": Tap.NOBODY, "look": Tap.NOBODY, "save": Tap.PAGE},
    "ways/answer": {"code": Tap.NOBODY, "no": Tap.PAGE, "yes": Tap.PAGE},
    "ways/proposal": {"confirm": Tap.PAGE, "withdraw": Tap.ADDS},
}
