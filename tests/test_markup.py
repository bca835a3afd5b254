"""How pages are told apart by what they are made of, and which of their faults need no browser."""

from testing.markup import few_with_every_part, read

LIST = "<main><h1>Families</h1><ul class='rows'><li><a href='/1'>Ana</a></li></ul></main>"
OTHER_LIST = (
    "<main><h1>Staff</h1><ul class='rows'><li><a href='/2'>Bea</a></li><li><a href='/3'>Cleo</a></li></ul></main>"
)
FORM = "<main><h1>Ask</h1><form method='post'><label for='a'>Name</label><input id='a' name='a'></form></main>"


def test_lists_with_other_words_are_alike_and_a_form_is_not() -> None:
    parts = {name: read(page).parts for name, page in {"list": LIST, "other": OTHER_LIST, "form": FORM}.items()}
    assert parts["list"] == parts["other"] != parts["form"]
    assert set(few_with_every_part(parts)) == {"list", "form"}


def test_a_part_that_only_one_page_has_brings_that_page() -> None:
    parts = {"plain": read(LIST).parts, "marked": read(LIST.replace("<li>", "<li role='status'>")).parts}
    assert set(few_with_every_part(parts)) == {"plain", "marked"}
    assert few_with_every_part({}) == []


def test_what_is_outside_the_main_part_or_never_closed_is_no_matter() -> None:
    assert read(f"<header><b>Kith</b></header>{LIST}<footer><i>Kith</i></footer>").parts == read(LIST).parts
    assert read("<main><p>One<p>Two</main>").faults == ()


def test_an_id_twice_and_a_label_that_points_at_nothing_are_noticed() -> None:
    page = FORM.replace("for='a'", "for='b' aria-describedby='c a'") + "<p id='a'></p>"
    assert read(page).faults == (
        'id="a" stands 2 times',
        'for="b" points at nothing',
        'aria-describedby="c" points at nothing',
    )
    assert read(FORM).faults == ()
