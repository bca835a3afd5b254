"""The addresses of education."""

from kith.education.views import asking, people, sessions
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
_STAFF = Audience.STAFF
_SEES, _MANAGES = Permission.SEE_EDUCATION, Permission.MANAGE_EDUCATION
_SIGNS, _SETS, _OWN = Permission.SIGN_COMPETENCE, Permission.MANAGE_REQUIREMENTS, Permission.SEE_OWN_TRAINING
desk = [
    page("my-training/", people.mine, audience=_STAFF, name="my-training", needs=_OWN),
    page("training/", people.gaps, audience=_STAFF, name="training", needs=_SEES),
    page("training/gaps.csv", people.gaps_csv, audience=_STAFF, name="training-csv", needs=_MANAGES),
    page(
        "training/people/<int:membership_id>/",
        people.person,
        audience=_STAFF,
        name="person-training",
        methods=ASK,
        needs=_SEES,
    ),
    page(
        "training/qualifications/<int:qualification_id>/",
        people.take_back,
        audience=_STAFF,
        name="qualification",
        methods=ASK,
        needs=_MANAGES,
    ),
    page("training/sign/", people.choose_colleague, audience=_STAFF, name="choose-colleague", needs=_SIGNS),
    page(
        "training/sign/<int:membership_id>/",
        people.sign,
        audience=_STAFF,
        name="sign-competence",
        methods=ASK,
        needs=_SIGNS,
    ),
    page("training/sessions/", sessions.sessions, audience=_STAFF, name="training-sessions", needs=_MANAGES),
    page("training/sessions/new/", sessions.plan, audience=_STAFF, name="plan-training", methods=ASK, needs=_MANAGES),
    page(
        "training/sessions/<int:training_session_id>/",
        sessions.one,
        audience=_STAFF,
        name="training-session",
        methods=ASK,
        needs=_MANAGES,
    ),
    page("training/list/", sessions.training_list, audience=_STAFF, name="training-list", methods=ASK, needs=_MANAGES),
    page("training/return/", sessions.national, audience=_STAFF, name="training-return", needs=_MANAGES),
    page("training/asked/", asking.requirements, audience=_STAFF, name="requirements", needs=_SEES),
    page(
        "training/asked/<slug:training_code>/",
        asking.requirement,
        audience=_STAFF,
        name="requirement",
        methods=ASK,
        needs=_SETS,
    ),
    page("training/news/", asking.news, audience=_STAFF, name="library-changes", needs=_SEES),
    page(
        "training/news/<int:news_id>/",
        asking.one_news,
        audience=_STAFF,
        name="library-change",
        methods=ASK,
        needs=_OWN,
    ),
    page("training/statements/", asking.uses, audience=_STAFF, name="statement-uses", needs=_SETS),
    page(
        "training/statements/<str:used_key>/",
        asking.use,
        audience=_STAFF,
        name="statement-use",
        methods=ASK,
        needs=_SETS,
    ),
    page("training/workforce/", asking.beside_births, audience=_STAFF, name="workforce", methods=ASK, needs=_SEES),
]
