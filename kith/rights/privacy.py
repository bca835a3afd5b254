"""What the tables of rights hold of people."""

from kith.kernel.privacy import Declared, Keep, held

PRIVACY: Declared = {
    "rights_datarequest": held(
        Keep.REQUEST,
        account="account",
        hers="kind organisation name email phone words language received_on acknowledge_by due_on state answered_on",
        opens="token",
        inner="family account request_key",
    ),
    "rights_datarequeststep": held(
        Keep.REQUEST, account="request__account", hers="at state words", staff="membership", inner="request"
    ),
}
