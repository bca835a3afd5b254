"""What each role is called, is for, and may do: one table, read by the gate and shown to people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.organisations.rules import Duty, OrganisationKind, Role, SharedFor
from kith.platform.access.permissions import Permission

# Whoever holds a private link may answer by it: the link is the proof, and signing in takes nothing away.
_EVERYBODY = frozenset({Permission.SEE_GALLERY, Permission.ANSWER_BY_LINK, Permission.SEE_OWN_TRAINING})
_CARES = _EVERYBODY | {
    Permission.SEE_TODAY,
    Permission.SEE_FAMILY,
    Permission.SEE_ALL_AGREED,
    Permission.REGISTER_FAMILY,
    Permission.CHANGE_RECORD,
    Permission.LEAD_FAMILY,
    Permission.RECORD_FEEDING,
    Permission.RECORD_BEREAVEMENT,
    Permission.BREAK_GLASS,
    Permission.RECORD_CONTACT,
    Permission.GIVE_CONSENT,
    Permission.REFER,
    Permission.ANSWER_REFERRAL,
    Permission.BOOK_INTERPRETER,
    Permission.BOOK_PLACE,
    Permission.CANCEL_BOOKING,
    Permission.SEE_REGISTER,
    Permission.LEND_PUMP,
    Permission.SIGN_COMPETENCE,
}
_TAKES_PART = frozenset({Permission.SEE_THEMES, Permission.MANAGE_THEMES})
_KEEPS_RECORDS = frozenset({Permission.MERGE_FAMILIES, Permission.SPLIT_RECORD})


@dataclass(frozen=True)
class RoleCard:
    """A role in words, and its permissions."""

    name: Promise
    sentence: Promise
    permissions: frozenset[Permission]

    def in_language(self, language: str) -> str:
        """The role's name as a reader of this language knows it."""
        with translation.override(language):
            return str(self.name)


ROLES: Mapping[Role, RoleCard] = {
    Role.MIDWIFE: RoleCard(
        _("Midwife"),
        _("Sees the families who agreed to it, from pregnancy on, and records how the baby is fed."),
        _CARES | _KEEPS_RECORDS,
    ),
    Role.HEALTH_VISITOR: RoleCard(
        _("Health visitor"),
        _("Leads families from birth, sees what is due for them and records how the baby is fed."),
        _CARES | _KEEPS_RECORDS,
    ),
    Role.OUTREACH_WORKER: RoleCard(
        _("Community outreach worker"),
        _("Stays beside families whom services reach least, before and after the birth."),
        _CARES,
    ),
    Role.PEER_SUPPORTER: RoleCard(
        _("Peer supporter"),
        _("Sees the families who chose peer support, and what they wish to be asked."),
        _EVERYBODY
        | {
            Permission.SEE_TODAY,
            Permission.SEE_FAMILY,
            Permission.ANSWER_REFERRAL,
            Permission.RECORD_BEREAVEMENT,
            Permission.RECORD_CONTACT,
            Permission.SEE_PEER_TODAY,
        },
    ),
    Role.COORDINATOR: RoleCard(
        _("Coordinator"),
        _("Plans sessions, keeps their registers and the directory of services."),
        _EVERYBODY
        | {
            Permission.SEE_REGISTER,
            Permission.MANAGE_SESSIONS,
            Permission.LEND_PUMP,
            Permission.MANAGE_STOCK,
            Permission.MANAGE_DIRECTORY,
            Permission.MANAGE_ALLIANCE,
            Permission.MANAGE_MEETINGS,
            Permission.MANAGE_PANELS,
            Permission.SEE_STORIES,
            *_TAKES_PART,
            Permission.MANAGE_LIBRARY,
            Permission.ANSWER_REFERRAL,
            Permission.ANSWER_DATA_REQUESTS,
            Permission.MANAGE_PROGRAMMES,
            Permission.BOOK_INTERPRETER,
            Permission.MANAGE_INTERPRETING,
            Permission.BOOK_PLACE,
            Permission.CANCEL_BOOKING,
            Permission.SIGN_COMPETENCE,
            Permission.SEE_EDUCATION,
            Permission.MANAGE_EDUCATION,
            Permission.MANAGE_PEERS,
        },
    ),
    Role.FEEDING_LEAD: RoleCard(
        _("Infant feeding lead"),
        _("Answers for the quality of feeding support, and cares for families herself."),
        _CARES
        | _KEEPS_RECORDS
        | {
            Permission.MANAGE_DIRECTORY,
            Permission.MANAGE_LIBRARY,
            Permission.MANAGE_FEEDING,
            Permission.MANAGE_STOCK,
            Permission.SEE_STORIES,
            Permission.SEE_THEMES,
            Permission.MANAGE_CASELOADS,
            Permission.MANAGE_INTERPRETING,
            Permission.MANAGE_PROGRAMMES,
            Permission.SEE_CONTINUITY,
            Permission.SEE_LANGUAGE,
            Permission.SEE_NUMBERS,
            Permission.RELEASE_NUMBERS,
            Permission.SEE_EDUCATION,
            Permission.MANAGE_EDUCATION,
            Permission.MANAGE_REQUIREMENTS,
            Permission.MANAGE_PEERS,
        },
    ),
    Role.ALLIANCE_CHAIR: RoleCard(
        _("Alliance chair"),
        _("Sees how the alliance does as a whole, never a family's record."),
        _EVERYBODY
        | _TAKES_PART
        | {
            Permission.SEE_CONTINUITY,
            Permission.SEE_NUMBERS,
            Permission.MANAGE_ALLIANCE,
            Permission.MANAGE_MEETINGS,
            Permission.MANAGE_PANELS,
        },
    ),
    Role.PARENT_REPRESENTATIVE: RoleCard(
        _("Parents’ representative"),
        _("Speaks for parents and carers in the alliance, and sees what they say, never a family’s record."),
        _EVERYBODY | _TAKES_PART,
    ),
    Role.ANALYST: RoleCard(
        _("Public health analyst"),
        _("Works with counts and rates, never with a family's record."),
        _EVERYBODY
        | {
            Permission.SEE_CONTINUITY,
            Permission.SEE_LANGUAGE,
            Permission.SEE_NUMBERS,
            Permission.SEE_THEMES,
            Permission.RELEASE_NUMBERS,
        },
    ),
    Role.ADMIN: RoleCard(
        _("Administrator"),
        _("Looks after the people and teams of one organisation, never a family's record."),
        _EVERYBODY
        | {
            Permission.ADMINISTER,
            Permission.SEE_AUDIT,
            Permission.MANAGE_LIBRARY,
            Permission.ANSWER_DATA_REQUESTS,
        },
    ),
    Role.PLACE_ADMIN: RoleCard(
        _("Place administrator"),
        _("Looks after the organisations, people and machinery of the whole place, never a family's record."),
        _EVERYBODY
        | {
            Permission.ADMINISTER,
            Permission.ADMINISTER_PLACE,
            Permission.SEE_AUDIT,
            Permission.MANAGE_ALLIANCE,
        },
    ),
}

KIND_NAMES: Mapping[OrganisationKind, Promise] = {
    OrganisationKind.COUNCIL: _("Council"),
    OrganisationKind.HOSPITAL: _("Hospital"),
    OrganisationKind.HEALTH_VISITING: _("Health visiting service"),
    OrganisationKind.FAMILY_HUB: _("Family hub"),
    OrganisationKind.CHARITY: _("Charity"),
    OrganisationKind.COMMUNITY_GROUP: _("Community group"),
    OrganisationKind.MATERNITY_VOICES: _("Maternity Voices: parents who speak for users of maternity care"),
    OrganisationKind.PRIVATE_PRACTICE: _("Private practitioner"),
}
SHARED_FOR: Mapping[SharedFor, Promise] = {
    SharedFor.CARE: _("To care for the family"),
    SharedFor.PEER_SUPPORT: _("For peer support"),
    SharedFor.OFFERS: _("To tell of groups and courses"),
    SharedFor.REFERRAL: _("To hand the family on to a service"),
}

DUTIES: Mapping[Duty, RoleCard] = {
    Duty.MANAGER: RoleCard(
        _("Manager"),
        _("Is told when something is overdue, or belongs to somebody who has left."),
        frozenset({Permission.MANAGE_CASELOADS, Permission.ANSWER_DATA_REQUESTS, Permission.SEE_EDUCATION}),
    ),
    Duty.SAFEGUARDING_LEAD: RoleCard(
        _("Safeguarding lead"),
        _("Receives the safeguarding concerns of her organisation, and sees each through."),
        frozenset({Permission.SEE_CONCERNS}),
    ),
}


def permissions_of(role: Role, duties: Iterable[Duty]) -> frozenset[Permission]:
    """What a worker may do by their role and their duties together."""
    return ROLES[role].permissions.union(*(DUTIES[duty].permissions for duty in duties))
