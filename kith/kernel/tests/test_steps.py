"""A status machine says what may follow what, and where it ends."""

from enum import StrEnum

from kith.kernel.steps import StatusMachine


class Loan(StrEnum):
    ASKED = "asked"
    OUT = "out"
    BACK = "back"
    REFUSED = "refused"


LOAN = StatusMachine(
    {Loan.ASKED: {Loan.OUT, Loan.REFUSED}, Loan.OUT: {Loan.OUT, Loan.BACK}, Loan.BACK: set(), Loan.REFUSED: set()}
)


def test_only_what_is_named_may_follow() -> None:
    assert {(after, state) for after in Loan for state in Loan if LOAN.allows(state, after=after)} == {
        (Loan.ASKED, Loan.OUT),
        (Loan.ASKED, Loan.REFUSED),
        (Loan.OUT, Loan.OUT),
        (Loan.OUT, Loan.BACK),
    }


def test_what_nothing_may_follow_is_settled() -> None:
    assert LOAN.settled == {Loan.BACK, Loan.REFUSED}
