"""The access gate: who is asking, what they may do, and which pages are whose."""

from kith.platform.access.decisions import Forbidden, NotFound, asked_once, once, register_scope, require, visible
from kith.platform.access.permissions import Audience, Permission
from kith.platform.access.viewer import (
    ANONYMOUS,
    Actor,
    Request,
    Viewer,
    ViewerKind,
    register_viewer_source,
    system_actor,
    viewer_of,
    viewer_of_account,
)

__all__ = [
    "ANONYMOUS",
    "Actor",
    "Audience",
    "Forbidden",
    "NotFound",
    "Permission",
    "Request",
    "Viewer",
    "ViewerKind",
    "asked_once",
    "once",
    "register_scope",
    "register_viewer_source",
    "require",
    "system_actor",
    "viewer_of",
    "viewer_of_account",
    "visible",
]
