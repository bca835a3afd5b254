"""The addresses of peers."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.peers.views import courses, matching, mine, supervising, supporting
from kith.peers.views import desk as supporters
from kith.peers.views import public as for_all
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
PUBLIC = Audience.PUBLIC
PEER, COURSE, PATH = "peers/<int:supporter_id>/", "peers/courses/<int:peer_course_id>/", "peers/mine/<slug:peer_token>/"
see: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, needs=Permission.MANAGE_PEERS)
ask: Callable[..., URLPattern] = partial(see, methods=ASK)
own: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, methods=ASK, needs=Permission.SUPPORT_FAMILIES)
hers: Callable[..., URLPattern] = partial(page, audience=Audience.PARENT, methods=ASK, needs=Permission.SEE_OWN_RECORD)

public = [
    page("peers/", for_all.become, audience=PUBLIC, name="become-supporter"),
    page("peers/join/", for_all.join, audience=PUBLIC, name="join-peers", methods=ASK),
    page(PATH, for_all.path, audience=PUBLIC, name="peer-path"),
    page(f"{PATH}apply/", for_all.apply, audience=PUBLIC, name="apply-as-peer", methods=ASK),
]
my = [
    hers("supporter/", mine.mine, name="my-supporter"),
    hers("supporter/wish/", mine.wish, name="my-supporter-wish"),
]
desk = [
    see("peers/", supporters.peers, name="peers"),
    see("peers/courses/", courses.all_courses, name="peer-courses"),
    ask("peers/courses/new/", courses.plan, name="plan-peer-course"),
    ask(COURSE, courses.one, name="peer-course"),
    ask(f"{COURSE}make-up/", courses.make_up, name="add-make-up"),
    see("peers/wishes/", matching.wishes, name="peer-wishes"),
    ask("peers/wishes/<int:wish_id>/", matching.wish, name="peer-wish"),
    ask("peers/weights/", matching.weigh, name="peer-weights"),
    ask("peers/plan/", matching.plan, name="peer-plan"),
    own("peers/today/", supporting.today, name="peer-today"),
    own("peers/today/<int:match_id>/", supporting.log, name="peer-log"),
    own("peers/today/expenses/", supporting.claim, name="claim-peer-cost"),
    own("peers/today/away/", supporting.away, name="peer-away"),
    ask("peers/watch/", supervising.watch, name="peer-watch"),
    ask("peers/watch/away/", supporting.away, name="supervisor-away"),
    ask("peers/expenses/", supervising.costs, name="peer-costs"),
    see("peers/expenses/all.csv", supervising.costs_csv, name="peer-costs-csv"),
    ask("peers/expenses/<int:peer_expense_id>/refuse/", supervising.refuse, name="refuse-peer-cost"),
    ask(f"{PEER}supervision/", supervising.supervision, name="peer-supervision"),
    ask(f"{PEER}supervisor/", supervising.supervisor, name="peer-supervisor"),
    ask(PEER, supporters.peer, name="peer"),
    ask(f"{PEER}interview/", supporters.interview, name="peer-interview"),
    ask(f"{PEER}course/", supporters.on_course, name="peer-on-course"),
    ask(f"{PEER}at-work/", supporters.at_work, name="peer-at-work"),
    ask(f"{PEER}reference/", supporters.reference, name="peer-reference"),
    ask(f"{PEER}check/", supporters.decide, name="decide-peer-check"),
    ask(f"{PEER}check/answer/", supporters.answer, name="answer-peer-check"),
    ask(f"{PEER}sign/", supporters.sign, name="sign-peer-skill"),
    see(f"{PEER}certificate.pdf", supporters.certificate, name="peer-certificate"),
]
