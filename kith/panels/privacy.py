"""What the tables of panels hold of people; tallies lead to no member."""

from kith.kernel.privacy import Declared, Keep, held

_MEMBER = "member__family"
PRIVACY: Declared = {
    "panels_panelmember": held(
        Keep.REQUEST,
        family="family",
        is_confided=True,
        hers=(
            "panel__name name email phone language kind state invited_at agreed_at creche_children interpreter_language"
            " paying"
        ),
        opens="token",
        inner="panel terms resting_since request_key",
    ),
    "panels_panelmemberstep": held(
        Keep.REQUEST,
        family=_MEMBER,
        is_confided=True,
        hers="at state",
        staff="membership",
        inner="terms",
    ),
    "panels_panelattendance": held(
        Keep.REQUEST, family=_MEMBER, is_confided=True, hers="session__starts_at has_come", inner="session"
    ),
    "panels_sessionpayment": held(
        Keep.REQUEST,
        family=_MEMBER,
        is_confided=True,
        hers="session__starts_at pence answer answered_at paid_on",
        staff="paid_by",
        inner="session terms offered_at",
    ),
    "panels_panelexpense": held(
        Keep.REQUEST, family=_MEMBER, is_confided=True, hers="kind pence spent_on state why", inner="request_key"
    ),
    "panels_panelexpensestep": held(
        Keep.REQUEST,
        family="expense__member__family",
        is_confided=True,
        hers="at state",
        staff="membership",
    ),
    "panels_credit": held(
        Keep.REQUEST,
        family=_MEMBER,
        is_confided=True,
        hers="work__title naming named_as said_at",
        inner="work",
    ),
}
