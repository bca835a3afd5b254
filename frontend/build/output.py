"""Writes what is served: hashed names, compressed twins and the manifest."""

import gzip
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli

_COMPRESSED = {".css", ".js", ".svg"}


def hashed_name(name: str, content: bytes) -> str:
    """`app.css` as `app.1a2b3c4d5e6f.css`: the name changes with the content, so browsers may keep it for ever."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{suffix}"


def write(folder: Path, files: Mapping[str, bytes], preload: Mapping[str, tuple[str, ...]], stamp: str) -> None:
    """Replace the built folder in one move, so that a server never meets half of it."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    names = {name: hashed_name(name, content) for name, content in files.items()}
    for name, content in files.items():
        _write_file(fresh / names[name], content)
    (fresh / "manifest.json").write_text(json.dumps({"stamp": stamp, "files": names, "preload": preload}, indent=1))
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def _write_file(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    if path.suffix in _COMPRESSED:
        path.with_name(path.name + ".br").write_bytes(brotli.compress(content, quality=11))
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))


def is_current(folder: Path, stamp: str) -> bool:
    """Whether the folder holds a whole build of exactly these sources."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return False
    return manifest.get("stamp") == stamp and all((folder / name).exists() for name in manifest["files"].values())
