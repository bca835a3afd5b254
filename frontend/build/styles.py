"""The style sheet, compiled from Sass and mirrored for languages written from right to left."""

import base64
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from frontend.build.node import Node
from frontend.build.paths import NODE_MODULES, STYLES

_PALETTE = STYLES / "_palette.scss"
_COLOUR = re.compile(r'"([\w-]+)": (#[0-9a-f]{6})\b')
_USE = re.compile(r"(--kith-[\w-]+:\s*)?(#[0-9a-f]{6})\b")
_ICON = re.compile(r'url\("/assets/images/([\w-]+\.svg)"\)')
_ICONS = NODE_MODULES / "nhsuk-frontend/dist/nhsuk/assets/images"
_SASS_OPTIONS = ("--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps", f"--load-path={NODE_MODULES}")


def compile_styles(node: Node) -> dict[str, str]:
    """The text of `app.css` and of its mirror `app.rtl.css`."""
    with TemporaryDirectory() as folder:
        left, right = Path(folder) / "app.css", Path(folder) / "app.rtl.css"
        node.run(NODE_MODULES / "sass/sass.js", *_SASS_OPTIONS, STYLES / "app.scss", left)
        node.run(NODE_MODULES / "rtlcss/bin/rtlcss.js", left, right)
        jobs = {colour: job for job, colour in palette("day").items()}
        return {
            "app.css": with_icons(with_properties(left.read_text(), jobs)),
            "app.rtl.css": with_icons(with_properties(_compact(right.read_text()), jobs)),
        }


def palette(hour: str, source: Path = _PALETTE) -> dict[str, str]:
    """The colours by day or by night: job to value."""
    text = source.read_text().split(f"${hour}: (", 1)[1].split(");", 1)[0]
    return dict(_COLOUR.findall(text))


def with_properties(css: str, jobs: dict[str, str]) -> str:
    """The sheet with each colour of the day replaced by its custom property, so that night can change it."""

    def replaced(use: re.Match[str]) -> str:
        job = None if use[1] else jobs.get(use[2])
        return f"var(--kith-{job})" if job else use[0]

    return _USE.sub(replaced, css)


def with_icons(css: str, icons: Path = _ICONS) -> str:
    """The sheet with the front end's few small icons inside it, so that none of them costs an extra request."""

    def inlined(use: re.Match[str]) -> str:
        return f'url("data:image/svg+xml;base64,{base64.b64encode((icons / use[1]).read_bytes()).decode()}")'

    return _ICON.sub(inlined, css)


def _compact(css: str) -> str:
    """The mirror on one line again: rtlcss lays out every rule it touches."""
    return "".join(line.strip() for line in css.splitlines())
