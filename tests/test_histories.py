"""What was written stays: the database refuses to change or delete a row of a history."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from kith.families.models.consent import Consent
from kith.listening.rules.codes import ThemeState
from kith.panels.rules.codes import MemberState
from kith.platform.answers import IS_CURRENT, Answered
from kith.platform.codes import CodeColumn
from kith.platform.steps import Step
from testing.people import a_family, worker

pytestmark = pytest.mark.django_db

# Every history, and what of a row may be written later: that it counts no more, ended, or moved with a merged record.
HISTORIES = {
    "alliance_broughtpoint": "",
    "alliance_decision": "",
    "alliance_declaredinterest": "ended_on",
    "listening_themestep": "",
    "caseloads_handoverstate": "",
    "contacts_contact": "is_current family_id",
    "courses_courseinvitation": "answer answered_at family_id",
    "education_competence": "",
    "education_librarynews": "",
    "education_newsreading": "",
    "education_qualification": "taken_back_on taken_back_by_id taken_back_why",
    "education_requirement": "",
    "education_workforcecount": "is_current",
    "bundles_bundlerequeststep": "",
    "equipment_checklist": "",
    "equipment_pumprequeststep": "",
    "equipment_unitcheck": "",
    "equipment_unitstep": "",
    "families_cardreading": "",
    "families_consent": "withdrawn_at withdrawn_how withdrawn_by_id renewed_at family_id",
    "families_daycorrection": "baby_id parent_id pregnancy_id",
    "families_declinedconsent": "family_id",
    "feeding_assessment": "baby_id",
    "feeding_feedingend": "is_current baby_id",
    "feeding_feedinggoal": "is_current family_id baby_id",
    "feeding_feedingplan": "is_current baby_id",
    "feeding_feedingstatus": "is_current baby_id",
    "feeding_weight": "is_current taken_back_at baby_id",
    "founding_administratorlink": "used_at replaced_at",
    "insight_release": "",
    "interpreting_interpreterbookingstate": "",
    "messages_messagestate": "",
    "panels_panelexpensestep": "",
    "panels_panelmemberstep": "",
    "panels_panelterms": "",
    "peers_matchweight": "is_current",
    "peers_peercheck": "state answered_on answered_by_id until_on",
    "peers_peercompetence": "",
    "peers_peerexpensestep": "",
    "peers_peerlog": "",
    "peers_peermatchstep": "",
    "peers_peerreference": "",
    "peers_peersupervision": "",
    "peers_peersupporterstep": "",
    "places_place": "",
    "places_settingchange": "",
    "plans_casetext": "",
    "plans_planentry": "",
    "plans_servicecost": "",
    "platform_auditcheck": "",
    "referrals_referralreading": "",
    "rights_datarequeststep": "words",
    "safeguarding_concern": "state family_id",
    "safeguarding_concernstep": "",
    "stores_stockcount": "",
    "stores_stockmove": "family_id",
    "ways_wayproposalstep": "",
    "welcome_venueanswer": "is_current",
}
# Guarded by triggers of their own, which keep more than this: the audit's, the library's and the referrals' steps.
GUARDED_OTHERWISE = {"library_wording", "referrals_referralstep"}
IS_A_HISTORY = re.compile(r"(state|step|reading|correction)$")


def guarded() -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, encode(tgargs, 'escape') FROM pg_trigger"
            " JOIN pg_proc ON pg_proc.oid = tgfoid WHERE proname = 'kith_only_grows'"
        )
        return {table: " ".join(each for each in args.split("\\000") if each) for table, args in cursor.fetchall()}


def test_every_history_is_guarded_and_may_change_in_nothing_else() -> None:
    assert guarded() == HISTORIES


def test_a_table_of_answers_or_steps_is_a_history() -> None:
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if model.__module__.startswith("kith.")
        and (IS_A_HISTORY.search(model.__name__.lower()) or issubclass(model, Answered))
    }
    assert tables - HISTORIES.keys() - GUARDED_OTHERWISE - {"families_mergestep", "tasks_nextstep"} == set()


# What is over, and can still be taken up again: a theme whose writers say that it is not better; a person may be
# invited to a panel again.
TAKEN_UP_AGAIN = {
    "ThemeStep": {ThemeState.DONE, ThemeState.CANNOT},
    "PanelMemberStep": {MemberState.DECLINED, MemberState.LEFT, MemberState.CLOSED},
}


@pytest.mark.parametrize("table", Step.__subclasses__())
def test_steps_are_guarded_and_each_of_their_states_leads_to_a_settled_one(table: type[Step]) -> None:
    following, column = table.machine.following, table._meta.get_field(table.state_column)
    assert table._meta.db_table in HISTORIES
    assert isinstance(column, CodeColumn)
    assert set(following) == set(column.codes)
    ending = set(table.machine.settled) or TAKEN_UP_AGAIN.get(table.__name__, set())
    while more := {state for state, after in following.items() if after & ending} - ending:
        ending |= more
    assert ending == set(following)


def test_the_control_the_tables_of_steps_are_found() -> None:
    assert {table.__name__ for table in Step.__subclasses__()} >= {"HandoverState", "ConcernStep", "MessageState"}


def test_what_is_current_is_said_in_one_way() -> None:
    said = {model for model in apps.get_models() if "is_current" in {field.name for field in model._meta.local_fields}}
    assert said == {model for model in apps.get_models() if issubclass(model, Answered)}
    for model in said:
        current = {each.fields for each in model._meta.constraints if getattr(each, "condition", None) == IS_CURRENT}
        assert current == ({model.question} if hasattr(model, "question") else set())


@pytest.fixture
def consent() -> Consent:
    (own,) = worker().organisation_ids
    return Consent.objects.get(family_id=a_family(own))


CHANGES: list[dict[str, Any]] = [{"language": "pl"}, {"words_edition": 7}, {"until_on": "2040-01-01"}]


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_written_is_refused_to_be_changed(consent: Consent, change: dict[str, Any]) -> None:
    with pytest.raises(ProgrammingError, match="keeps what was written"), transaction.atomic():
        Consent.objects.filter(pk=consent.pk).update(**change)


def test_what_was_written_is_refused_to_be_deleted(consent: Consent) -> None:
    with pytest.raises(ProgrammingError, match="add a row instead"), transaction.atomic():
        consent.delete()


@pytest.mark.parametrize("change", CHANGES)
def test_the_control_without_the_guard_it_is_changed(consent: Consent, change: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER only_grows ON families_consent")
    assert Consent.objects.filter(pk=consent.pk).update(**change) == 1
