"""No page shows a letter: the worker alone reads what goes out."""

from kith.walls.shapes import Shape, by_nobody

WALLS: dict[str, Shape] = {"messages_message": by_nobody(), "messages_messagestate": by_nobody()}
