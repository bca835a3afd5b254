"""How is the baby fed? The babies who are to be asked about."""

from kith.feeding.queries.due import DueRow, due_feeding
from kith.front.today_page.lists import Asked
from kith.kernel.listed import Listed


def read(asked: Asked) -> Listed[DueRow]:
    """The babies of the families I lead."""
    return due_feeding(asked.viewer)
