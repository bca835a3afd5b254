"""No page shows a file by itself. Pages ask for it by the row it is for, once that row may be seen."""

from kith.walls.shapes import Shape, by_nobody

WALLS: dict[str, Shape] = {"files_file": by_nobody(), "files_sound": by_nobody()}
