"""Answers are checked as a whole: every fault is said at once, with where it stands and what to do."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.founding.rules.answers import PARTS, Beginning, read_answers
from kith.kernel.choices import DECLARED, Kind
from kith.kernel.choices.reading import value_of
from kith.kernel.refusal import Refusal
from kith.places.facts.authorities import UnknownArea, all_present, authorities

EXAMPLE = Path(__file__).resolve().parents[3] / "docs/answers.toml"


def answers(**changed: Any) -> dict[str, Any]:
    return {**tomllib.loads(EXAMPLE.read_text("utf-8")), **changed}


def faults(**changed: Any) -> list[str]:
    found = read_answers(answers(**changed))
    return [] if isinstance(found, Beginning) else [str(each) for each in found]


def test_the_example_of_the_documentation_has_no_fault_and_holds_every_part() -> None:
    found = read_answers(answers())
    assert isinstance(found, Beginning)
    assert set(answers()) == set(PARTS)
    assert found.values["maternity.phone"] == "+441632960911"
    assert found.values["caseloads.usual_caseload"] == 220
    assert [len(each.teams) for each in found.organisations] == [1, 2, 0, 0]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": " "}, "name: the place's name is missing"),
        ({"areas": []}, "areas: no area is named"),
        ({"areas": ["E06000099"]}, "is no code of an English authority"),
        ({"areas": ["Milton Keyns"]}, "Milton Keynes is E06000042"),
        ({"areas": ["E07000004"]}, "has ended: write E06000060 (Buckinghamshire)"),
        ({"languages": ["ro"]}, "languages: English is missing"),
        ({"languages": ["en", "fr"]}, "fr: Kith has no pages in this language. There are en (English)"),
        ({"colours": {"button": "#c08a3e"}}, "contrast 2.93 to 1, 4.5 is needed, 1.57 too little"),
        ({"colours": {"brand": "plum"}}, "colours.brand: 'plum' is no colour"),
        ({"messages": {"provider": "pigeon"}}, "There are mail-and-notify, mail"),
        ({"maternity": {"name": "Ward"}}, "maternity.phone: the maternity unit's number for day and night is missing"),
        ({"maternity": {"phone": "01908 99"}}, "'01908 99' is no telephone number of the United Kingdom"),
        ({"maternity": {"phone": "+33 1 44 55 66 77"}}, "no telephone number of the United Kingdom"),
        ({"maternity": {"phone": "01632 960911", "from_week": 44}}, "44 is not from 0 to 30. Choose a value between"),
        ({"programme": {"receives_money": "perhaps"}}, "neither yes nor no"),
        (
            {"settings": {"caseloads": {"usual_caseload": 0}}},
            "usual_caseload: 0 is not from 1 to 2000",
        ),
        ({"settings": {"caseloads.usual_caselod": 9}}, "Did you mean caseloads.usual_caseload"),
        ({"colurs": {}}, "colurs: is not asked for. Did you mean colours"),
        ({"organisations": []}, "organisations: none is named"),
        ({"organisations": [{"name": "A", "kind": "council"}, {"name": "a", "kind": "x"}]}, "a stands here twice"),
        ({"organisations": [{"name": "A", "kind": "shop"}]}, "kind 'shop' is none. There are council, hospital"),
        ({"administrator": {"name": "Ada", "email": "ada", "organisation": "B"}}, "'ada' is no e-mail address"),
        ({"administrator": {}}, "administrator.name: is missing"),
    ],
)
def test_a_fault_says_what_and_where_and_what_to_do(changed: dict[str, Any], words: str) -> None:
    found = faults(**changed)
    assert any(words in each for each in found), found
    assert all(each.endswith((".", '"', "]", "?", "…")) for each in found)


def test_all_faults_are_said_at_once() -> None:
    assert len(faults(name="", areas=["E1"], languages=[], administrator={})) >= 6


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from([*PARTS, "other"]), st.recursive(st.none() | st.text() | st.integers(), st.lists))
)
def test_whatever_is_given_is_answered_in_words(given: dict[str, Any]) -> None:
    found = read_answers(given)
    assert isinstance(found, list)
    assert found


def test_a_county_stands_for_its_districts_and_no_code_of_today_is_unknown() -> None:
    assert len(all_present(["E10000003"])) == 5
    assert len(authorities()) > 300
    for code, each in authorities().items():
        if each.now:
            with pytest.raises(UnknownArea, match="has ended"):
                all_present([code])
        else:
            assert all_present([code])


def test_every_setting_says_its_source_and_its_default_is_within_its_range() -> None:
    assert len(DECLARED) > 30
    for setting in DECLARED.values():
        assert setting.source
        default = ("yes" if setting.default else "no") if setting.kind is Kind.YES_NO else setting.default
        assert value_of(setting, default) == setting.default


@pytest.mark.parametrize("given", [True, "x", "1e9", "2.5", None])
def test_what_is_no_whole_number_is_refused(given: object) -> None:
    with pytest.raises(Refusal):
        value_of(DECLARED["caseloads.usual_caseload"], given)
