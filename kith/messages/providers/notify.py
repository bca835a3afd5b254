"""Texts by GOV.UK Notify. Its client reference is ours, so that a text of unknown outcome can be looked up."""

import logging

from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from kith.messages.providers.letter import Letter, SendFailed

# The client would write addresses of requests and answers into the log.
logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)
PATIENCE = 10
TRY_AGAIN = frozenset({403, 408, 429})
"""403: Notify refuses a clock that is off, or a key that was changed: mended on our side, the text can still go."""


class Notify:
    """Hands texts to Notify; the template there consists of the one field ((text))."""

    def __init__(self, key: str, url: str, template: str) -> None:
        self.client = NotificationsAPIClient(key, base_url=url, timeout=PATIENCE)  # type: ignore[no-untyped-call]
        self.template = template

    def find(self, reference: str) -> str | None:
        """Notify's id of the text it already took under our reference."""
        try:
            answer = self.client.get_all_notifications(reference=reference)  # type: ignore[no-untyped-call]
        except APIError as error:
            raise SendFailed(f"notify_{error.status_code}", is_worth_retrying=True) from None
        found = answer["notifications"]
        return str(found[0]["id"]) if found else None

    def send(self, letter: Letter) -> str:
        """Hand the text over."""
        try:
            answer = self.client.send_sms_notification(  # type: ignore[no-untyped-call]
                phone_number=letter.to,
                template_id=self.template,
                personalisation={"text": letter.body},
                reference=letter.reference,
            )
        except APIError as error:
            status = int(error.status_code)
            raise SendFailed(f"notify_{status}", is_worth_retrying=status >= 500 or status in TRY_AGAIN) from None
        return str(answer["id"])
