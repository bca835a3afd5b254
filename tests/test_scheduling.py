"""Journeys that share the running place stay together, as does what builds much; the rest is shared out by test."""

from pathlib import Path

from testing.scheduling import BUILT_ONCE, FIRST, place_in_line, scope_of


def test_journeys_that_count_run_in_a_row_and_other_tests_by_themselves() -> None:
    counting = {scope_of(f"tests/journeys/{file}.py::test_a[x]") for file in ("test_golden_thread", "test_trust")}
    assert counting == {"counting"}
    assert scope_of("tests/journeys/test_referrals.py::a") == scope_of("tests/journeys/test_referrals.py::b[::]")
    assert all(scope_of(f"{file}::a") == scope_of(f"{file}::b") and Path(file).exists() for file in BUILT_ONCE)
    assert scope_of("kith/feeding/tests/test_rules.py::a") != scope_of("kith/feeding/tests/test_rules.py::b")


def test_this_very_run_is_shared_out_so(pytestconfig) -> None:
    makers = pytestconfig.pluginmanager.hook.pytest_xdist_make_scheduler.get_hookimpls()
    assert any(each.plugin_name.endswith("conftest.py") for each in makers)


def test_what_takes_longest_begins_and_single_tests_fill_the_rest() -> None:
    units = ["kith/a.py::test_b", "tests/journeys/test_look.py", *reversed(FIRST)]
    assert sorted(units, key=place_in_line) == [*FIRST, "tests/journeys/test_look.py", "kith/a.py::test_b"]
    assert all(scope_of(f"{each}::test_b") == each for each in FIRST if each.endswith(".py"))
