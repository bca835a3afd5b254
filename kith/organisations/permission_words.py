"""What each permission lets a person do, in words: the table of roles is read by people, too."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission

# What everybody, or a parent alone, may do stands in no role's list.
PERMISSIONS: Mapping[Permission, Promise] = {
    Permission.SEE_TODAY: _("See what is to be done today"),
    Permission.SEE_FAMILY: _("Open the records of families who agreed to it"),
    Permission.SEE_ALL_AGREED: _(
        "Open the records of all families who let the organisation in, not only those of one’s own"
    ),
    Permission.REGISTER_FAMILY: _("Begin a family’s record"),
    Permission.CHANGE_RECORD: _("Change a family’s record"),
    Permission.MERGE_FAMILIES: _("Join two records of one family"),
    Permission.SPLIT_RECORD: _("Take one person out of a family’s record"),
    Permission.LEAD_FAMILY: _("Be a family’s named lead"),
    Permission.MANAGE_CASELOADS: _("Look after who leads which families"),
    Permission.RECORD_FEEDING: _("Record how a baby is fed"),
    Permission.MANAGE_FEEDING: _("Look after the forms of assessments"),
    Permission.RECORD_CONTACT: _("Record a contact"),
    Permission.RECORD_BEREAVEMENT: _("Record a death, so that every message stops"),
    Permission.BREAK_GLASS: _("Open a record in an emergency, with a reason that the family sees"),
    Permission.GIVE_CONSENT: _("Record what a family agrees to"),
    Permission.REFER: _("Refer a family on"),
    Permission.ANSWER_REFERRAL: _("Answer referrals"),
    Permission.SEE_CONCERNS: _("Read the safeguarding concerns of the organisation"),
    Permission.BOOK_PLACE: _("Book places for a family"),
    Permission.CANCEL_BOOKING: _("Cancel a family’s booking"),
    Permission.SEE_REGISTER: _("Keep the registers of sessions"),
    Permission.MANAGE_SESSIONS: _("Plan sessions"),
    Permission.BOOK_INTERPRETER: _("Book interpreters"),
    Permission.MANAGE_INTERPRETING: _("Look after the list of interpreters"),
    Permission.MANAGE_PROGRAMMES: _("Look after programmes"),
    Permission.MANAGE_DIRECTORY: _("Look after services, venues and referral services"),
    Permission.MANAGE_LIBRARY: _("Look after the advice for parents"),
    Permission.MANAGE_ALLIANCE: _("Say who belongs to the alliance and what is agreed"),
    Permission.LEND_PUMP: _("Lend breast pumps, and take them back"),
    Permission.MANAGE_STOCK: _("Look after pumps, stores and recalls"),
    Permission.SEE_STORIES: _("Read what parents tell us, before others do"),
    Permission.SEE_THEMES: _("See what parents say, promises, meetings and agreed actions"),
    Permission.MANAGE_THEMES: _("Gather stories, promise, and reply to those who wrote"),
    Permission.MANAGE_MEETINGS: _("Prepare meetings, and write down what is decided"),
    Permission.MANAGE_PANELS: _("Invite parents to panels, and settle what is paid to them"),
    Permission.MANAGE_PEERS: _("Look after peer supporters, their courses, their checks and whom they support"),
    Permission.SEE_PEER_TODAY: _("See their own page as a peer supporter"),
    Permission.SEE_CONTINUITY: _("See how often families meet the same person, in numbers"),
    Permission.SEE_LANGUAGE: _("See how conversations were interpreted, in numbers"),
    Permission.SEE_NUMBERS: _("See the numbers as they stand now"),
    Permission.RELEASE_NUMBERS: _("Release numbers to the public"),
    Permission.SEE_EDUCATION: _("See who is trained in what, of the organisation"),
    Permission.MANAGE_EDUCATION: _("Note training, keep its registers, and see it in all organisations"),
    Permission.MANAGE_REQUIREMENTS: _("Say what each role needs to be trained in"),
    Permission.SIGN_COMPETENCE: _("Sign what a colleague can do, once trained to"),
    Permission.SEE_AUDIT: _("Search the audit; families stand there by a reference alone"),
    Permission.ANSWER_DATA_REQUESTS: _("Answer requests and complaints about data, for the organisation"),
    Permission.ADMINISTER: _("Look after the people and teams of the organisation"),
    Permission.ADMINISTER_PLACE: _("Look after all organisations, people, imports and jobs of the place"),
}
