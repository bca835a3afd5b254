"""Who might lead: her language first, then her ward, then room, then fewer families, then who joined earlier."""

from hypothesis import given
from hypothesis import strategies as st

from kith.caseloads.rules.leading import Candidate, suggest_leads

LANGUAGES, WARDS = st.sampled_from(["en", "ro", "pa-Guru"]), st.sampled_from(["E1", "E2"])
PEOPLE = st.lists(
    st.builds(
        Candidate,
        membership_id=st.integers(1, 200),
        languages=st.lists(LANGUAGES, max_size=2).map(tuple),
        wards=st.lists(WARDS, max_size=1).map(tuple),
        caseload=st.integers(0, 30),
    ),
    max_size=12,
    unique_by=lambda each: each.membership_id,
)


@given(PEOPLE, st.sampled_from(["ro", "pa", "pl"]), st.sampled_from(["E1", "E9", ""]))
def test_those_who_suit_her_best_come_first_and_nobody_is_left_out(people, language, ward):
    found = suggest_leads(people, language=language, ward=ward, usual=15)
    said = [
        (not one.speaks, not one.covers, not one.has_room, one.candidate.caseload, one.candidate.membership_id)
        for one in found
    ]
    assert said == sorted(said)
    assert {one.candidate for one in found} == set(people)
    for one in found:
        spoken = {each.partition("-")[0] for each in one.candidate.languages}
        assert one.speaks == (language in spoken)
        assert one.covers == (not one.candidate.wards or ward in one.candidate.wards)
        assert one.has_room == (one.candidate.caseload < 15)
