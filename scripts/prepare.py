"""Set up this clone with nothing but Python 3.11: environment, locked packages, front end; instant the second time.

python3 scripts/prepare.py run       what `make run` needs
python3 scripts/prepare.py dev       and what the tests and checks need
python3 scripts/prepare.py browser   and a Chromium for the browser tests
python3 scripts/prepare.py packages  of these the Python packages alone, with which the checks can begin
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "kith-prepared.json"
LOG = ROOT / "var" / "prepare.log"
OLDEST_NODE = 18
PACKAGES = 4
"""So many of the steps bring the Python packages and Kith itself."""
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class Trouble(Exception):
    """A step failed; the message says what to do."""


def main(wish: str) -> int:
    """Do what is still to do for the wish; 0 when everything is ready."""
    started = time.monotonic()
    try:
        with only_one():
            done = prepare(wish)
    except Trouble as trouble:
        print(f"\n{trouble}\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    if done:
        say(f"Ready after {time.monotonic() - started:.0f} s.")
    return 0


def prepare(wish: str) -> bool:
    """Run every step whose inputs changed since it was last done; whether there was anything to do."""
    requirements = "run.txt" if wish == "run" else "dev.txt"
    steps = [
        ("environment", "Making the Python environment in .venv", [], make_environment),
        ("uv", "Installing the package installer", ["requirements/bootstrap.txt"], install_uv),
        (
            requirements,
            "Installing the locked packages",
            [f"requirements/{requirements}"],
            lambda: install(requirements),
        ),
        ("kith", "Installing Kith itself", ["pyproject.toml"], install_kith),
        ("node", "Looking for Node", ["requirements/node.txt"], find_node),
        (
            "front end",
            "Building the front end",
            ["frontend/build", "frontend/scss", "frontend/package-lock.json", "kith/platform/ui/static"],
            build_front_end,
        ),
        ("catalogues", "Compiling the translations", ["kith/locale", "kith/platform/i18n"], compile_catalogues),
    ]
    if wish == "packages":
        del steps[PACKAGES:]
    if not environment_works():
        STAMPS.unlink(missing_ok=True)
    done = False
    for name, words, inputs, step in steps:
        fingerprint = fingerprint_of(inputs)
        if stamps().get(name) == fingerprint and products_exist(name):
            continue
        with timed(words):
            step()
        stamp(name, fingerprint)
        done = True
    if wish == "browser":
        done = find_browser() or done
    return done


# --- the steps ------------------------------------------------------------------------------------------------------


def make_environment() -> None:
    """A fresh .venv, with pip where Python can bring it and without where it cannot."""
    shutil.rmtree(VENV, ignore_errors=True)
    if can("ensurepip"):
        call([sys.executable, "-m", "venv", VENV], "Python's venv module failed.")
        return
    if can("pip"):  # Debian without python3-venv: the machine's own pip can install into .venv
        call([sys.executable, "-m", "venv", "--without-pip", VENV], "Python's venv module failed.")
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say("Python's venv module is missing: installing the Debian package python3-venv (apt-get).")
        apt_install("python3-venv")
        call([sys.executable, "-m", "venv", VENV], "Python's venv module failed.")
        return
    raise Trouble(
        f"{sys.executable} has neither ensurepip nor pip, so .venv cannot be made.\n"
        "What to do: sudo apt install python3-venv   (or your system's package of Python's venv), then run again."
    )


def install_uv() -> None:
    """The pinned uv, by pip."""
    call(
        [*pip(), "install", "--quiet", "--require-hashes", "-r", "requirements/bootstrap.txt"],
        "pip could not fetch the installer (uv). Is the package index reachable? (pip config list)",
    )


def install(requirements: str) -> None:
    """The locked packages with their hashes: by uv, or by pip where only pip knows the way to the index."""
    arguments = ["install", "--quiet", "--require-hashes", "-r", f"requirements/{requirements}"]
    if succeeds([VENV / "bin" / "uv", "pip", *arguments, "--python", PYTHON]):
        return
    say("uv could not install them; trying pip, which is slower but knows this machine's own index.")
    call([*pip(), *arguments], "The locked packages could not be installed. Is the package index reachable?")


def install_kith() -> None:
    """Kith itself, editable, so that .venv/bin/kith runs this folder."""
    call(
        [
            VENV / "bin" / "uv",
            "pip",
            "install",
            "--quiet",
            "--python",
            PYTHON,
            *["--no-deps", "--no-build-isolation", "--offline", "--editable", "."],
        ],
        "Kith itself could not be installed into .venv.",
    )


def find_node() -> None:
    """A Node that is new enough: the machine's, or one from the package index inside .venv."""
    found = (
        subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
        if shutil.which("node")
        else None
    )
    version = re.match(r"v(\d+)", found.stdout) if found else None
    if version and int(version[1]) >= OLDEST_NODE and shutil.which("npm"):
        return
    say(f"This machine has no Node {OLDEST_NODE} or later: bringing one from the package index into .venv.")
    install("node.txt")


def build_front_end() -> None:
    """The style sheets, scripts and fonts that the pages use."""
    call([PYTHON, "-m", "frontend.build"], "The front end could not be built (npm packages, Sass).")


def compile_catalogues() -> None:
    """The translations, from text to the form gettext reads."""
    call(
        [PYTHON, "-m", "kith.platform.i18n", "compile"],
        "The translations could not be compiled; the message above names the file and line.",
    )


def find_browser() -> bool:
    """A Chromium for the browser tests: the machine's, else Debian's, else Playwright's; whether it came now."""
    if browser_path():
        return False
    if os.geteuid() == 0 and shutil.which("apt-get"):
        with timed("No Chromium here: installing Debian's (apt-get, up to 290 MB)"):
            # The one without windows draws the same pages with less than half of the work.
            apt_install("chromium-headless-shell", or_else="chromium")
    else:
        with timed("No Chromium here: fetching Playwright's own"):
            call(
                [PYTHON, "-m", "playwright", "install", "chromium"],
                "Playwright could not fetch Chromium. Install a Chromium (sudo apt install chromium) and run again.",
            )
    if not browser_path():
        raise Trouble("Chromium was installed but is not found; set KITH_CHROMIUM to its program.")
    return True


# --- what the steps stand on ----------------------------------------------------------------------------------------


def browser_path() -> str | None:
    """The Chromium that the tests will find, if any."""
    names = (os.environ.get("KITH_CHROMIUM", ""), "chromium-headless-shell", "chromium", "chromium-browser")
    on_path = next((path for name in names if name and (path := shutil.which(name))), None)
    return on_path or next((str(path) for path in playwright_browsers()), None)


def playwright_browsers() -> Iterator[Path]:
    """Chromium builds that Playwright fetched earlier."""
    home = Path(environment()["HOME"])
    for cache in (home / ".cache" / "ms-playwright", home / "Library" / "Caches" / "ms-playwright"):
        yield from cache.glob("chromium_headless_shell-*/*/*headless*hell*")
        yield from cache.glob("chromium-*/chrome-*/*hrom*")


def environment_works() -> bool:
    """Whether .venv belongs to this folder and its interpreter still runs."""
    return stamps().get("root") == str(ROOT) and PYTHON.exists() and can("json", PYTHON)


def products_exist(name: str) -> bool:
    """Whether what a step made is still there; a stamp alone would trust a folder that has been emptied."""
    made = {
        "environment": PYTHON,
        "uv": VENV / "bin" / "uv",
        "kith": VENV / "bin" / "kith",
        "front end": ROOT / "kith" / "static" / "built",
    }
    if name == "catalogues":
        return all(path.with_suffix(".mo").exists() for path in (ROOT / "kith" / "locale").rglob("*.po"))
    return name not in made or made[name].exists()


def fingerprint_of(inputs: Sequence[str]) -> str:
    """A hash over the contents of the files and folders that a step reads."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}".encode())
    for given in inputs:
        path = ROOT / given
        for file in [path] if path.is_file() else sorted(sources(path)):
            digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()


def sources(folder: Path) -> Iterator[Path]:
    """The files of a folder that people wrote, not those made from it."""
    for parent, folders, files in os.walk(folder):
        folders[:] = set(folders) - {"node_modules", "__pycache__", "tests", "built"}
        yield from (Path(parent, file) for file in files if not file.endswith(".mo"))


def stamps() -> dict[str, str]:
    """What was done, by step."""
    try:
        return dict(json.loads(STAMPS.read_text()))
    except (OSError, ValueError):
        return {}


def stamp(name: str, fingerprint: str) -> None:
    """Remember that a step is done for these inputs."""
    known = stamps() | {name: fingerprint, "root": str(ROOT)}
    with tempfile.NamedTemporaryFile("w", dir=VENV, delete=False) as file:
        json.dump(known, file, indent=1)
    Path(file.name).replace(STAMPS)


def pip() -> list[str | Path]:
    """The command of .venv's own pip, or of the machine's working on .venv."""
    return [PYTHON, "-m", "pip"] if can("pip", PYTHON) else [sys.executable, "-m", "pip", "--python", PYTHON]


def apt_install(package: str, *, or_else: str = "") -> None:
    """Install one Debian package, or another where this Debian does not have it; only root comes here."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    call(["apt-get", "update", "-qq"], "apt-get update failed.", quiet)
    if or_else and succeeds([*install, package], quiet):
        return
    call([*install, or_else or package], f"apt-get could not install {or_else or package}.", quiet)


def can(module: str, python: str | Path = sys.executable) -> bool:
    """Whether this Python can import the module."""
    return subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0


def call(command: Sequence[object], advice: str, extra: dict[str, str] | None = None) -> None:
    """Run a program quietly; on failure show its last words and say what to do."""
    if succeeds(command, extra):
        return
    last_words = "\n".join(LOG.read_text(errors="replace").rpartition("\n$ ")[2].splitlines()[1:][-25:])
    shown = " ".join(str(part) for part in command)
    raise Trouble(f"This step failed: {shown}\n(in {ROOT}; all of its words: {LOG})\n\n{last_words}\n\n{advice}")


def succeeds(command: Sequence[object], extra: dict[str, str] | None = None) -> bool:
    """Run a program with its words going to the log; whether it ended well."""
    with LOG.open("a") as log:
        log.write(f"\n$ {' '.join(str(part) for part in command)}\n")
        log.flush()
        try:
            return (
                subprocess.run(
                    [str(part) for part in command],
                    cwd=ROOT,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    env=environment() | (extra or {}),
                    check=False,
                ).returncode
                == 0
            )
        except OSError as error:
            log.write(f"{error}\n")
            return False


def environment() -> dict[str, str]:
    """Our environment with a home that exists, which the installers need for their caches."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")}
    homes = [env.get("HOME", "")]
    with suppress(KeyError):
        homes.append(pwd.getpwuid(os.geteuid()).pw_dir)
    fitting = (Path(home) for home in homes if home and Path(home).is_dir() and os.access(home, os.W_OK))
    home = next(fitting, ROOT / "var" / "home")
    home.mkdir(parents=True, exist_ok=True)
    env["HOME"] = str(home)
    env.setdefault("UV_LINK_MODE", "hardlink" if home.stat().st_dev == ROOT.stat().st_dev else "copy")
    # A company's own certificate is in the system's store, not in those that uv and Node bring along.
    env["UV_SYSTEM_CERTS"] = "1"
    if SYSTEM_CERTIFICATES.exists():
        env.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    env["PIP_ROOT_USER_ACTION"] = "ignore"
    return env


@contextmanager
def only_one() -> Iterator[None]:
    """Two set-ups in one folder take turns."""
    (ROOT / "var").mkdir(exist_ok=True)
    LOG.write_text("") if not LOG.exists() or LOG.stat().st_size > 1_000_000 else None
    with (ROOT / "var" / "prepare.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is at work in this folder; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def timed(words: str) -> Iterator[None]:
    """Say what is being done and how long it took."""
    print(f"  {words} …", end="", flush=True)
    started = time.monotonic()
    try:
        yield
    except BaseException:
        print(" failed", flush=True)
        raise
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def say(words: str) -> None:
    """One line for the person who waits."""
    print(f"  {words}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("run", "dev", "browser", "packages"):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
