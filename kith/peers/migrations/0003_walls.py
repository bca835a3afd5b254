"""The second wall around supporters, wishes and matches."""

from typing import ClassVar

from django.db import migrations

from kith.walls.raising import raised, sees_all


class Migration(migrations.Migration):
    """Policies."""

    dependencies: ClassVar = [("peers", "0002_guards"), ("families", "0007_walls_narrowed")]
    operations: ClassVar = [
        raised(
            "peers",
            "peers_peersupporter",
            "peers_peersupporterstep",
            "peers_meetingattendance",
            "peers_peercompetence",
            "peers_peerreference",
            "peers_peercheck",
            "peers_peerwish",
            "peers_peerveto",
            "peers_peermatch",
            "peers_peermatchstep",
        ),
        sees_all("peers_skill_signed_by_trained", "peers_match_is_checked"),
    ]
