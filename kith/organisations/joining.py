"""Signing in the person who has just accepted an invitation, so that a second factor can be set up at once."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest

from kith.kernel.ids import AccountId
from kith.platform import second_factor
from kith.platform.access.viewer import viewer_of_account
from kith.platform.sign_in.accounts import note_address
from kith.platform.sign_in.models import Account
from kith.walls.saying import signing_in


def landing_after_joining(request: HttpRequest, account_id: AccountId) -> str:
    """Sign the person in by the link, which only they could read, and name the page of second factors.

    Where a second factor stands already, or work begins later, nothing is opened: the way goes through sign-in.
    """
    with signing_in():
        account = Account.objects.get(pk=account_id)
        note_address(account)
        if second_factor.is_set_up(account) or viewer_of_account(account) is None:
            return "staff-sign-in"
        request.session.flush()
        login(request, account)
    record_authentication(request, account, "invitation")
    return "mfa_index"
