"""The kinds of organisation and the roles people have in them."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What sort of member of the alliance an organisation is."""

    COUNCIL = "council"
    HOSPITAL = "hospital"
    HEALTH_VISITING = "health_visiting"
    FAMILY_HUB = "family_hub"
    CHARITY = "charity"
    COMMUNITY_GROUP = "community_group"


class Duty(StrEnum):
    """What a worker answers for beside their role; one person may have several, and most have none."""

    MANAGER = "manager"
    SAFEGUARDING_LEAD = "safeguarding-lead"


class Role(StrEnum):
    """What a person works or volunteers as."""

    MIDWIFE = "midwife"
    HEALTH_VISITOR = "health-visitor"
    OUTREACH_WORKER = "outreach-worker"
    PEER_SUPPORTER = "peer-supporter"
    COORDINATOR = "coordinator"
    FEEDING_LEAD = "feeding-lead"
    ALLIANCE_CHAIR = "alliance-chair"
    ANALYST = "analyst"
    ADMIN = "admin"
