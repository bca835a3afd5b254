"""Finding the account behind a phone number or an e-mail address."""

from collections.abc import Callable

from allauth.account.internal.flows.password_reset_by_code import PASSWORD_RESET_VERIFICATION_SESSION_KEY
from allauth.account.models import EmailAddress
from django.http import HttpRequest

from kith.platform.access.viewer import ViewerKind, viewer_of_account
from kith.platform.sign_in.models import Account
from kith.walls.saying import beyond

KnowsContact = Callable[[str, str], bool]
_rooms: list[KnowsContact] = []


def register_contacts(knows: KnowsContact) -> None:
    """Let a room say whether it knows a parent who can safely be sent a code by this phone or e-mail address.

    One of the two is empty. It is asked each time: what was safe last week may not be safe today.
    """
    if knows not in _rooms:
        _rooms.append(knows)


def parent_account(*, phone: str = "", email: str = "") -> Account | None:
    """The account by which a parent signs in; made when a room knows them and they have none. None for any other.

    None as well where a way they once signed in by is not safe, or not theirs, any more: no code goes there.
    """
    if not _is_known(phone, email):
        return None
    found = Account.objects.filter(phone=phone) if phone else Account.objects.filter(email=email)
    account = found.first()
    viewer = viewer_of_account(account) if account else None
    if viewer or (account and not account.is_active):
        return account if viewer and viewer.kind is ViewerKind.PARENT else None
    return account or Account.objects.create_user(email=email or None, phone=phone or None)


@beyond("whether a code may be sent to whoever signs in; nothing of it is shown")
def _is_known(phone: str, email: str) -> bool:
    return any(knows(phone, email) for knows in _rooms)


def staff_account(email: str) -> Account | None:
    """The account by which a member of staff signs in; None for any other address."""
    account = Account.objects.filter(email=email.lower(), is_active=True).first()
    viewer = viewer_of_account(account) if account else None
    return account if viewer and viewer.is_staff else None


def end_sessions(account: Account) -> None:
    """Sign the account out everywhere; a password it had opens nothing more, and a new one is chosen by a code."""
    # A session holds a digest of the password, and an unusable one is another each time.
    account.set_unusable_password()
    account.save(update_fields=["password"])


def forget_addresses(account: Account) -> None:
    """Forget which addresses the account has proved: a former one proves nothing any more."""
    EmailAddress.objects.filter(user=account).delete()


def forget_code_of_former_address(request: HttpRequest) -> None:
    """Let a code for a new password open nothing where the account's address is another since it was sent."""
    state = request.session.get(PASSWORD_RESET_VERIFICATION_SESSION_KEY, {})
    account = Account.objects.filter(pk=state["user_id"]).first() if state.get("user_id") else None
    if account and account.email != state.get("email"):
        del request.session[PASSWORD_RESET_VERIFICATION_SESSION_KEY]


def note_address(account: Account) -> None:
    """Have a row for the account's e-mail address, so that reading a code sent to it proves that it is hers."""
    if account.email:
        EmailAddress.objects.get_or_create(user=account, email=account.email, defaults={"primary": True})
