"""Whose every row is, reckoned from keys and not from the walls; and the rows a viewer reads that are not theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from unittest.mock import patch

from django.apps import apps
from django.db import connection, models, transaction

from kith.families.models.family import Family
from kith.kernel import clock
from kith.organisations.models import Membership
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Viewer
from kith.walls.raising import declarations
from kith.walls.saying import seen_by

# A row without a key to a family whose family is written in a column all the same, or found through another row.
_VIEWS = ("referrals_familyparticulars", "referrals_babyparticulars")
BY_ID = dict.fromkeys(("caseloads_unled", "platform_auditentry", *_VIEWS), "family_id")
KNOWN_BY = """
SELECT family_id FROM families_consent
    WHERE organisation_id = ANY(%(organisations)s)
      AND (purpose IN ('care', 'peer_support') AND (NOT %(is_peer)s OR family_id IN (
              SELECT family_id FROM peers_peermatch WHERE membership_id = %(membership)s AND state = 'active'
              UNION SELECT family_id FROM referrals_referral WHERE owner_membership_id = %(membership)s))
          OR purpose = 'referral' AND %(may_be_referred)s)
      AND withdrawn_at IS NULL AND renewed_at IS NULL AND (until_on IS NULL OR until_on >= %(today)s)
UNION SELECT family_id FROM families_emergencyopening
    WHERE membership_id = %(membership)s AND opened_at <= %(now)s AND until_at > %(now)s
"""
# Rows of other families that are a worker's own business all the same: who booked their session, whom they lead.
OWN_COLUMNS = (
    "membership_id",
    "raised_by_id",
    "buddy_id",
    "owner_id",
    "translator_id",
    "writer_id",
    "signed_by_id",
    "interviewer_id",
    "from_membership_id",
    "to_membership_id",
    "organisation_id",
    "to_team_id",
    "team_id",
)

ACCOUNT_COLUMNS = ("account_id", "user_id")
ACCOUNTS = ("platform_account", "mfa_authenticator")
STORY_PEOPLE = ("translation__translator_id", "transcript__writer_id")
# Rows that lie with nobody in particular: all with this permission see to them.
SEEN_BY_PERMISSION = (
    dict.fromkeys(
        ("listening_story", "listening_storycontact", "listening_storytranslation", "listening_storytranscript"),
        Permission.SEE_STORIES,
    )
    | dict.fromkeys(
        (
            *("education_trainingattendance", "education_competence", "education_qualification"),
            "education_newsreading",
        ),
        Permission.MANAGE_EDUCATION,
    )
    | dict.fromkeys(
        (
            *("panels_panelmember", "panels_panelmemberstep", "panels_panelattendance", "panels_sessionpayment"),
            *("panels_panelexpense", "panels_panelexpensestep", "panels_credit"),
            *("studies_studyinvitation", "studies_interviewnote"),
        ),
        Permission.MANAGE_PANELS,
    )
    | dict.fromkeys(
        (
            *("peers_peersupporter", "peers_peersupporterstep", "peers_meetingattendance", "peers_peercompetence"),
            *("peers_peerreference", "peers_peercheck", "peers_peerwish", "peers_peerveto", "peers_peermatch"),
            *("peers_peermatchstep", "peers_peerlog", "peers_helpcall", "peers_peerabsence", "peers_peerexpense"),
            *("peers_peerexpensestep", "peers_peersupervision", "rotas_rotaday"),
        ),
        Permission.MANAGE_PEERS,
    )
)


@dataclass(frozen=True)
class Looked:
    """How many rows a viewer read in all tables, and which of them are not theirs."""

    row_count: int
    foreign: tuple[str, ...]


def walled_tables() -> list[str]:
    """Every table around which a room declares a wall."""
    return sorted({table for _, room in declarations() for table in getattr(room, "WALLS", {})})


def views() -> list[str]:
    """Every view by which a room shows columns of what stands behind a wall."""
    return sorted({view for _, room in declarations() for view in getattr(room, "VIEWS", ())})


def looked(viewer: Viewer, tables: list[str]) -> Looked:
    """Read each table whole, as this viewer; nothing but the walls stands between."""
    count, foreign = 0, list[str]()
    for table in tables:
        whose, theirs = _owners(table), _families_of(viewer, table)
        with seen_by(viewer), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT {_model(table)._meta.pk.column}::text FROM {table}")
            seen = [pk for (pk,) in cursor.fetchall()]
        count += len(seen)
        foreign += [f"{viewer.role or 'anonymous'} read {table} {pk}" for pk in seen if not whose(pk, viewer, theirs)]
    return Looked(count, tuple(foreign))


def viewers(known: Mapping[str, Viewer]) -> Iterator[Viewer]:
    """A visitor, and all who are known."""
    yield ANONYMOUS
    yield from known.values()


def holds_rows_of_others(viewer: Viewer, table: str) -> bool:
    """Whether the owner of the table finds rows in it that are not this viewer's."""
    whose, theirs = _owners(table), _families_of(viewer, table)
    return any(not whose(str(pk), viewer, theirs) for pk in _model(table)._base_manager.values_list("pk", flat=True))


@contextmanager
def without_wall(table: str) -> Iterator[None]:
    """The control: no policy stands around this table."""
    point = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        yield
    finally:
        transaction.savepoint_rollback(point)


@contextmanager
def scopes_switched_off() -> Iterator[None]:
    """The application does not ask whether a row is theirs: every scope of every room lets all rows through."""
    kinds = {type(model._default_manager.all()) for model in apps.get_models()}
    scoped = [kind for kind in kinds if "visible_to" in vars(kind)]
    assert len(scoped) > 5
    patches = [patch.object(kind, "visible_to", lambda rows, _viewer: rows) for kind in scoped]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def _families_of(viewer: Viewer, table: str) -> frozenset[str]:
    """Whose rows of this table are theirs; of a family referred to them, its referrals and what a view tells of it."""
    if viewer.is_parent:
        return frozenset(map(str, viewer.family_ids))
    if viewer.membership_id is None:
        return frozenset()
    values = {
        "organisations": list(viewer.organisation_ids),
        "membership": viewer.membership_id,
        "is_peer": viewer.role == "peer-supporter",
        "may_be_referred": table.startswith("referrals_") or table in _VIEWS,
        "today": clock.today(),
        "now": clock.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(KNOWN_BY, values)
        return frozenset(str(row[0]) for row in cursor.fetchall())


Whose = Callable[[str, Viewer, frozenset[str]], bool]


def _owners(table: str) -> Whose:
    """Whether a row of this table is a viewer's: by its family, or else by who at work it belongs to."""
    family, own = _family_by_row(table), _own_by_row(table)

    def is_theirs(pk: str, viewer: Viewer, theirs: frozenset[str]) -> bool:
        if family.get(pk) in theirs or _administers(table, own.get(pk, frozenset()), viewer):
            return True
        return SEEN_BY_PERMISSION.get(table) in viewer.permissions or bool(own.get(pk, frozenset()) & _marks(viewer))

    return is_theirs


def _administers(table: str, marks: frozenset[str], viewer: Viewer) -> bool:
    """Whether the row is of an account that the viewer looks after, as the person's page shows it."""
    if table not in ACCOUNTS or Permission.ADMINISTER not in viewer.permissions:
        return False
    at_work = Membership.objects.filter(account_id__in=[int(each.split()[1]) for each in marks])
    looked_after = at_work.filter(organisation_id__in=viewer.organisation_ids)
    return Permission.ADMINISTER_PLACE in viewer.permissions or looked_after.exists()


def _marks(viewer: Viewer) -> frozenset[str]:
    """What a row carries that is the viewer's own business at work, or their own account."""
    if viewer.is_parent:
        return frozenset({f"account {viewer.account_id}"})
    return frozenset(
        {f"membership {viewer.membership_id}", f"account {viewer.account_id}"}
        | {f"organisation {each}" for each in viewer.organisation_ids}
        | {f"team {each}" for each in viewer.team_ids}
    )


def _family_by_row(table: str) -> dict[str, str]:
    path = "family_id" if table in BY_ID else _path_to(_model(table), Family)
    if path is None:
        return {}
    rows = _model(table)._base_manager.values_list("pk", path)
    return {str(pk): str(family) for pk, family in rows if family}


def _own_by_row(table: str) -> dict[str, frozenset[str]]:
    """The people, organisations and teams that a row, or the row it belongs to, names as those who see to it."""
    model = _model(table)
    colleagues = dict(Membership.objects.values_list("pk", "organisation_id"))
    found: dict[str, frozenset[str]] = {}
    for parent, prefix in _lines(model):
        names = [f.attname for f in parent._meta.concrete_fields if f.attname in {*OWN_COLUMNS, *ACCOUNT_COLUMNS}]
        names += ["pk"] * (parent._meta.db_table == "platform_account")
        names += ["session__series__organisation_id"] * (parent._meta.db_table in OF_A_SESSION)
        names += [*STORY_PEOPLE] * (parent._meta.db_table == "listening_story")
        names += ["receiver__organisation_id"] * (parent._meta.db_table == "referrals_referral")
        for name in names:
            for pk, value in model._base_manager.values_list("pk", f"{prefix}{name}"):
                if value:
                    found[str(pk)] = found.get(str(pk), frozenset()) | _marks_of(name, value, colleagues)
    return found


def _marks_of(name: str, value: int, colleagues: Mapping[int, int]) -> frozenset[str]:
    if name in {*ACCOUNT_COLUMNS, "pk"}:
        return frozenset({f"account {value}"})
    if name.endswith("organisation_id"):
        return frozenset({f"organisation {value}"})
    if name.endswith("team_id"):
        return frozenset({f"team {value}"})
    return frozenset({f"membership {value}", f"organisation {colleagues[value]}"})


def _lines(model: type[models.Model], prefix: str = "", depth: int = 0) -> Iterator[tuple[type[models.Model], str]]:
    """The model, and what it hangs from by keys that delete it along, with the way there."""
    yield model, prefix
    for key in _keys(model):
        if key.remote_field.model._meta.label not in _ENDS and depth < 2:
            yield from _lines(key.remote_field.model, f"{prefix}{key.name}__", depth + 1)


OF_A_SESSION = {"groups_booking", "cafes_arrival", "cafes_turn"}
_ENDS = {"families.Family", "families.Parent", "families.Baby", "families.Pregnancy", "organisations.Membership"}
_ENDS |= {"organisations.Organisation", "organisations.Team", "platform.Account", "whats_on.Session"}


def _keys(model: type[models.Model]) -> Iterator[models.ForeignKey[models.Model, models.Model]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.remote_field.model is not model:
            yield field


def _path_to(model: type[models.Model], end: type[models.Model], depth: int = 0) -> str | None:
    """The shortest way by keys from a row to the family it is about."""
    if model is end:
        return "pk"
    keys = sorted(_keys(model), key=lambda key: (key.remote_field.model is not end, key.null))
    for key in keys if depth < 4 else ():
        if key.remote_field.model._meta.app_label in ("organisations", "platform"):
            continue
        rest = _path_to(key.remote_field.model, end, depth + 1)
        if rest:
            return key.attname if rest == "pk" and key.remote_field.model is end else f"{key.name}__{rest}"
    return None


@cache
def _model(table: str) -> type[models.Model]:
    return next(each for each in apps.get_models(include_auto_created=True) if each._meta.db_table == table)
