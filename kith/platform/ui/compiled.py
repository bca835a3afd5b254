"""Templates once compiled are kept, as Python keeps its own: every process after the first reads them."""

import hashlib
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """A folder of compiled templates, each with the fingerprint of its source; where nothing can be kept, none is."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for the others, if this machine lets us."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_in(folder: Path) -> CompiledTemplates | None:
    """What is kept in the folder for the environment as it is: another Jinja, or other settings of it, keep apart."""
    made_by = (jinja2.__version__.encode(), Path(__file__).with_name("environment.py").read_bytes())
    own = folder / hashlib.sha256(b"\0".join(made_by)).hexdigest()[:16]
    try:
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(own))
