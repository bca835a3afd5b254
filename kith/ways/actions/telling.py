"""What is written to the old way and to the new one."""

from kith.kernel.ways import Way, Ways, mostly_hidden
from kith.platform.private_links import digest, new_code
from kith.platform.sign_in import sending
from kith.ways.models import PAGE, WayProposal


def write_to(way: Way, at: str, kind: str, language: str, /, *, code: str = "", **facts: object) -> None:
    """Send a letter by this way."""
    to_email, to_phone = (at, None) if way is Way.EMAIL else (None, at)
    sending.send(sending.Letter(kind, language, code, to_email=to_email, to_phone=to_phone, facts=facts))


def send_code(row: WayProposal) -> None:
    """Send the new way the code by which it proves itself; an earlier one opens nothing any more."""
    code = new_code()
    row.code_digest, row.wrong_count = digest(code, code_of(row)), 0
    row.code_count += 1
    row.save(update_fields=["code_digest", "wrong_count", "code_count"])
    write_to(row.way, row.new, "way_code", row.language, code=code)


def code_of(row: WayProposal) -> str:
    """What the code of this proposal is for, so that it proves nothing else."""
    return f"{PAGE}.{row.pk}"


def tell_all(before: Ways, after: Ways, row: WayProposal) -> None:
    """Tell the old ways and the new one that it is changed; no letter opens anything."""
    to = mostly_hidden(row.new)
    for way, at in dict.fromkeys([*before.safe(), *after.safe()]):
        write_to(way, at, "way_changed", row.language, way=row.way, to=to)
