"""The worked examples of docs/methods.md are run, and none of the functions is without one."""

import doctest
import re
from pathlib import Path

import kith.methods

PAGE = Path(__file__).resolve().parents[3] / "docs" / "methods.md"


def test_every_example_gives_what_the_page_says():
    page = PAGE.read_text()
    examples = "\n".join(re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "docs/methods.md", str(PAGE), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append)
    assert result.attempted > 30
    assert not result.failed, "".join(said)


def test_every_function_is_on_the_page():
    page = PAGE.read_text()
    functions = [name for name in kith.methods.__all__ if name.islower()]
    assert [name for name in functions if f"`{name}`" not in page] == []
