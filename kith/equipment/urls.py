"""The addresses of equipment."""

from collections.abc import Callable
from functools import partial

from django.urls import URLPattern

from kith.equipment.views import lending, mine, units, visiting
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
REQUEST, LOAN = "pumps/requests/<int:request_id>/", "pumps/loans/<int:loan_id>/"
lend: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, needs=Permission.LEND_PUMP)
keep: Callable[..., URLPattern] = partial(page, audience=Audience.STAFF, methods=ASK, needs=Permission.MANAGE_STOCK)
hers: Callable[..., URLPattern] = partial(page, audience=Audience.PARENT, needs=Permission.SEE_OWN_RECORD)

public = [
    page("pumps/", mine.pumps_public, audience=Audience.PUBLIC, name="borrow-pump"),
    page("pumps/ask/", visiting.ask, audience=Audience.PUBLIC, name="ask-pump", methods=ASK),
    page("pumps/ask/<slug:held_pump_token>/", visiting.held, audience=Audience.PUBLIC, name="held-pump", methods=ASK),
    page(
        "pumps/confirm/<slug:proof_pump_token>/",
        visiting.confirm,
        audience=Audience.PUBLIC,
        name="confirm-pump",
        methods=ASK,
    ),
]
my = [
    hers("pump/", mine.my_pump, name="my-pump", methods=ASK),
    hers("pump/give-back/", mine.my_return, name="my-pump-return", methods=ASK),
    hers("pump/agreement.pdf", mine.my_paper, name="my-pump-agreement"),
]
desk = [
    lend("pumps/", units.pumps, name="pumps"),
    lend("pumps/find/", units.find, name="find-pump", methods=ASK),
    lend("pumps/count/", units.count, name="count-pumps", methods=ASK),
    lend("pumps/labels.pdf", units.label_sheet, name="pump-labels"),
    keep("pumps/new/", units.new_pump, name="add-pump"),
    lend("pumps/models/", units.models, name="pump-models"),
    keep("pumps/models/new/", units.new_model, name="add-pump-model"),
    keep("pumps/models/<int:model_id>/", units.check_list, name="pump-check-list"),
    page("pumps/use/", units.use, audience=Audience.STAFF, name="pump-use", needs=Permission.SEE_NUMBERS),
    lend("pumps/line/", lending.line, name="pump-line"),
    lend(REQUEST, lending.wish, name="pump-request", methods=ASK),
    lend(f"{REQUEST}hand-over/", lending.begin, name="begin-hand-over", methods=ASK),
    lend("pumps/loans/", lending.loans, name="pump-loans"),
    lend(LOAN, lending.loan, name="pump-loan", methods=ASK),
    lend(f"{LOAN}hand-over/", lending.finish, name="finish-hand-over", methods=ASK),
    lend(f"{LOAN}return/", lending.take_back, name="return-pump", methods=ASK),
    lend(f"{LOAN}collection/", lending.collect, name="collect-pump", methods=ASK),
    lend(f"{LOAN}lost/", lending.lose, name="lose-pump", methods=("POST",)),
    lend(f"{LOAN}agreement.pdf", lending.paper, name="pump-agreement"),
    lend("pumps/<int:unit_id>/", units.pump, name="pump", methods=ASK),
    keep("pumps/<int:unit_id>/retire/", units.retire, name="retire-pump", methods=("POST",)),
    lend("pumps/<int:unit_id>/check/", units.check, name="check-pump", methods=ASK),
    lend("families/<uuid:family_id>/pump/", lending.ask, name="request-pump", methods=ASK),
]
