"""A question is answered once for a page that reads, and anew for everything else."""

from kith.platform.once import answered, asked_once, each_once, once


class Asked:
    """Answers that remember what they were asked."""

    def __init__(self) -> None:
        self.about: list[object] = []

    def one(self, number: int) -> int:
        return once(("twice", number), lambda: self.twice({number})[number])

    def many(self, *numbers: int) -> dict[int, int]:
        return each_once("doubled", numbers, self.twice)

    def twice(self, numbers: set[int]) -> dict[int, int]:
        self.about.append(numbers)
        return {number: 2 * number for number in numbers if number < 100}


def test_a_page_that_reads_asks_each_question_once() -> None:
    asked = Asked()
    with asked_once():
        answers = [asked.one(number) for number in (1, 1, 2, 2, 1)]
    assert answers == [2, 2, 4, 4, 2]
    assert asked.about == [{1}, {2}]


def test_of_many_only_the_new_ones_are_asked_about_and_what_is_not_there_is_not_asked_again() -> None:
    asked = Asked()
    with asked_once():
        assert asked.many(1, 2) == {1: 2, 2: 4}
        assert asked.many(2, 3, 100) == {2: 4, 3: 6}
        assert asked.many(100, 1) == {1: 2}
    assert asked.about == [{1, 2}, {3, 100}]


def test_the_next_page_asks_again_and_so_does_an_action() -> None:
    asked = Asked()
    for _ in range(2):
        with asked_once():
            asked.one(1)
    asked.one(1)
    assert asked.many(1) == asked.many(1)
    assert asked.about == [{1}] * 5


def test_a_page_inside_a_page_leaves_the_answers_of_the_outer_one() -> None:
    asked = Asked()
    with asked_once():
        asked.one(1)
        with asked_once():
            asked.one(1)
        asked.one(1)
    assert asked.about == [{1}, {1}]


def test_what_is_known_already_is_not_asked() -> None:
    asked = Asked()
    with asked_once():
        answered(("twice", 1), 5)
        assert asked.one(1) == 5
    answered(("twice", 1), 5)
    assert asked.one(1) == 2
