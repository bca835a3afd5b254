"""Signing in as one of the people of the demonstration. The gate admits no visitor from another machine."""

from django.contrib.auth import login
from django.http import HttpRequest

from kith.platform.access import NotFound
from kith.platform.sign_in.models import Account
from kith.walls.saying import signing_in

DOMAIN = "demo.kith.invalid"


def accounts() -> dict[str, Account]:
    """The accounts of the demonstration's people by role."""
    with signing_in():
        rows = Account.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True)
        return {str(row.email).removesuffix(f"@{DOMAIN}"): row for row in rows}


def sign_in_as(request: HttpRequest, role: str) -> Account:
    """Sign in as the demonstration's person of this role; NotFound where there is none."""
    account = accounts().get(role)
    if account is None:
        raise NotFound("demonstration person")
    request.session.flush()
    with signing_in():
        login(request, account)
    return account
