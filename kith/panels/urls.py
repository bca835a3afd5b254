"""The addresses of panels."""

from kith.panels.views import desk as panels
from kith.panels.views import own, sessions, works
from kith.panels.views import public as open_to_all
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
PUBLIC, STAFF = Audience.PUBLIC, Audience.STAFF
_PARTAKES, _GATHERS, _KEEPS = Permission.SEE_THEMES, Permission.MANAGE_THEMES, Permission.MANAGE_PANELS
_MINE = "take-part/mine/<slug:member_token>/"
public = [
    page("take-part/", open_to_all.take_part, audience=PUBLIC, name="take-part"),
    page("take-part/join/", open_to_all.wish, audience=PUBLIC, name="join-panel", methods=ASK),
    page(_MINE, own.own, audience=PUBLIC, name="panel-member", methods=ASK),
    page(f"{_MINE}agree/", own.agree, audience=PUBLIC, name="agree-to-panel", methods=ASK),
    page(f"{_MINE}count-me/", own.count_me, audience=PUBLIC, name="count-me", methods=ASK),
    page(f"{_MINE}expenses/", own.claim, audience=PUBLIC, name="claim-expense", methods=ASK),
    page(f"{_MINE}credits/<int:credit_id>/", own.credit, audience=PUBLIC, name="my-credit", methods=ASK),
]
desk = [
    page("panels/", panels.all_panels, audience=STAFF, name="panels", needs=_PARTAKES),
    page("panels/new/", panels.found, audience=STAFF, name="found-panel", methods=ASK, needs=_KEEPS),
    page("panels/terms/", panels.write_terms, audience=STAFF, name="panel-terms", methods=ASK, needs=_KEEPS),
    page("panels/owed/", panels.owing, audience=STAFF, name="panel-owed", methods=ASK, needs=_KEEPS),
    page(
        "panels/owed/<int:expense_id>/refuse/",
        panels.refuse,
        audience=STAFF,
        name="refuse-expense",
        methods=ASK,
        needs=_KEEPS,
    ),
    page("panels/totals/", panels.counted, audience=STAFF, name="panel-totals", needs=_PARTAKES),
    page("panels/answers/", sessions.answers, audience=STAFF, name="panel-answers", needs=_PARTAKES),
    # Who is asked to answer finds it, whatever her role is.
    page("panels/answers/<int:passed_id>/", sessions.answer, audience=STAFF, name="answer-finding", methods=ASK),
    page(
        "panels/findings/<int:finding_id>/",
        sessions.finding,
        audience=STAFF,
        name="panel-finding",
        methods=ASK,
        needs=_PARTAKES,
    ),
    page(
        "panels/people/<int:member_id>/",
        panels.person,
        audience=STAFF,
        name="panel-person",
        methods=ASK,
        needs=_KEEPS,
    ),
    page(
        "panels/sessions/<int:panel_session_id>/",
        sessions.session,
        audience=STAFF,
        name="panel-session",
        methods=ASK,
        needs=_PARTAKES,
    ),
    page("panels/<int:panel_id>/", panels.panel, audience=STAFF, name="panel", methods=ASK, needs=_PARTAKES),
    page(
        "panels/<int:panel_id>/invite/",
        panels.invite,
        audience=STAFF,
        name="invite-to-panel",
        methods=ASK,
        needs=_KEEPS,
    ),
    page(
        "panels/<int:panel_id>/sessions/new/",
        sessions.plan,
        audience=STAFF,
        name="plan-panel-session",
        methods=ASK,
        needs=_GATHERS,
    ),
    page("made-together/", works.works, audience=STAFF, name="joint-works", methods=ASK, needs=_KEEPS),
    page(
        "made-together/<int:work_id>/",
        works.work,
        audience=STAFF,
        name="joint-work",
        methods=ASK,
        needs=_KEEPS,
    ),
]
