"""`python -m frontend.build`: build the front end, or say at once that nothing has changed."""

import hashlib
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from frontend.build import fonts, output, printing
from frontend.build.node import BuildFailed, Say, fetch_parts, find_node, parts_are_fetched
from frontend.build.paths import BUILT, LOCK, OWN_FILES, STYLES
from frontend.build.styles import compile_styles


def main() -> int:
    """Build when something changed; 1 when a step failed, after saying which."""
    started = time.perf_counter()
    try:
        build(_say)
    except BuildFailed as failure:
        print(f"front end: {failure}", file=sys.stderr)
        return 1
    _say(f"ready in {time.perf_counter() - started:.1f} s")
    return 0


def _say(line: str) -> None:
    print(f"front end: {line}", flush=True)


def build(say: Say) -> bool:
    """Bring the built files up to date with their sources; tell whether there was anything to do."""
    stamp = source_stamp()
    if output.is_current(BUILT, stamp):
        say("nothing changed")
        return False
    node = find_node(say)
    if not parts_are_fetched():
        say("fetching the locked parts from npm")
        fetch_parts(node)
    say("compiling the styles, left to right and right to left, and cutting the fonts to the scripts in use")
    with ThreadPoolExecutor(1) as beside:
        sheets = beside.submit(compile_styles, node)
        files = {name: fonts.cut(face) for name, face in fonts.FACES.items()}
    addresses = {name: output.hashed_name(name, content) for name, content in files.items()}
    letters = {name: content for name, content in files.items() if fonts.FACES[name].family != fonts.NAMES}
    print_files = printing.printed(letters)
    for name, css in sheets.result().items():
        faces = fonts.font_faces(addresses, right_to_left=name == "app.rtl.css")
        files[name] = (faces + css).encode()
    files |= {path.name: path.read_bytes() for path in sorted(OWN_FILES.iterdir())}
    output.write(BUILT, files | print_files, fonts.FACES_OF_LANGUAGE, stamp)
    return True


def source_stamp() -> str:
    """One hash of everything the result depends on."""
    digest = hashlib.sha256()
    for path in sorted([LOCK, *_files(STYLES), *_files(OWN_FILES), *Path(__file__).parent.glob("*.py")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


if __name__ == "__main__":
    sys.exit(main())
