"""The interpreter's own page: a code sent to them opens it, and it closes by itself.

No cookie: the opened page has an address of its own that cannot be guessed and that ends after a working day.
"""

from kith.interpreting.models.interpreters import Interpreter
from kith.interpreting.models.links import PAGE, InterpreterCode, InterpreterKey
from kith.interpreting.rules.links import may_send_code
from kith.kernel import clock
from kith.kernel.private_links import may_try_code
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.private_links import digest, is_right, new_code, new_token
from kith.platform.sign_in import sending


@action
def send_interpreter_code(*, by: Actor, link: str) -> None:
    """Send a code to the interpreter whose link this is; raises Refusal where too many have gone out."""
    access.require(by, Permission.ANSWER_BY_LINK)
    interpreter = Interpreter.objects.working().select_for_update(no_key=True).filter(link=link).first()
    if interpreter is None:
        raise NotFound("interpreter")
    sent = list(interpreter.codes.values_list("sent_at", flat=True).order_by("-sent_at")[:10])
    if refusal := may_send_code(sent, now=clock.now()):
        raise refusal
    code = new_code()
    row = InterpreterCode.objects.create(interpreter=interpreter, digest=digest(code, link), sent_at=clock.now())
    sending.send(
        sending.Letter(
            kind="interpreter_code",
            language=interpreter.reads,
            code=code,
            to_email=interpreter.email if not interpreter.phone else None,
            to_phone=interpreter.phone or None,
        )
    )
    audit.record(by, "interpreting.code_sent", row, interpreter_id=interpreter.pk)


@action
def open_interpreter_page(*, by: Actor, link: str, code: str) -> str | Refusal:
    """The key of the opened page, or why the code opens nothing. A wrong code is counted, so it is not raised."""
    access.require(by, Permission.ANSWER_BY_LINK)
    interpreter = Interpreter.objects.working().filter(link=link).first()
    if interpreter is None:
        raise NotFound("interpreter")
    row = interpreter.codes.select_for_update().order_by("-sent_at", "-pk").first()
    refusal = may_try_code(row.facts if row else None, now=clock.now())
    if refusal or row is None:
        return refusal or Refusal("code_over")
    if not is_right(code, row.digest, link):
        row.wrong_count += 1
        row.save(update_fields=["wrong_count"])
        audit.record(by, "interpreting.code_wrong", row, interpreter_id=interpreter.pk)
        return Refusal("code_wrong")
    row.used_at = clock.now()
    row.save(update_fields=["used_at"])
    key = new_token()
    opened = InterpreterKey.objects.create(interpreter=interpreter, digest=digest(key, PAGE), opened_at=clock.now())
    audit.record(by, "interpreting.page_opened", opened, interpreter_id=interpreter.pk)
    return key


@action
def close_interpreter_page(*, by: Actor, key: str) -> None:
    """Close the page; closed twice it is closed."""
    access.require(by, Permission.ANSWER_BY_LINK)
    row = InterpreterKey.objects.select_for_update().filter(digest=digest(key, PAGE), closed_at__isnull=True).first()
    if row is None:
        return
    row.closed_at = clock.now()
    row.save(update_fields=["closed_at"])
    audit.record(by, "interpreting.page_closed", row, interpreter_id=row.interpreter_id)
