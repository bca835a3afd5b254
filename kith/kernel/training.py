"""What people who work or volunteer are trained in: one list, asked about by every room whose work needs it."""

from enum import StrEnum


class Training(StrEnum):
    """One thing to be trained in."""

    ORIENTATION = "orientation"
    """The place's policy and its services, before meeting a family."""
    BABY_FRIENDLY = "baby_friendly"
    """The course of the Baby Friendly standards."""
    UPDATE = "update"
    """The yearly update on feeding and relationships."""
    PUMP_ISSUING = "pump_issuing"
    """Issuing a breast pump, and signing that one is clean and checked."""
    SAFER_SLEEP = "safer_sleep"
    """Safer sleep: the advice, and putting up a cot."""
    CULTURAL_SAFETY = "cultural_safety"
    """Meeting families of every community with respect."""
    SAFEGUARDING = "safeguarding"
    """Knowing harm, and whom to tell."""
    PEER_SUPPORTER = "peer_supporter"
    """The six-week course of peer supporters."""
    COMPETENCE_ASSESSOR = "competence_assessor"
    """Observing another person at work and signing that they can do it."""
