"""The server's own settings: modest memory, private socket, no personal data in its log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Written anew at every start, so an upgrade of Kith reaches old data folders too.
_TEMPLATE = """\
# Written by Kith at every start. Put settings of your own into postgresql.local.conf.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
port = 5432
max_connections = 80
shared_buffers = 256MB
effective_cache_size = 1GB
maintenance_work_mem = 128MB
work_mem = 16MB
min_wal_size = 128MB
max_wal_size = 2GB
checkpoint_timeout = 15min
random_page_cost = 1.1
max_parallel_workers_per_gather = 1
jit = off
fsync = {durable}
synchronous_commit = {durable}
full_page_writes = {durable}
# Throw-away databases live for minutes, and the cleaner's locks would be met by tests that try short ones.
autovacuum = {durable}
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
password_encryption = 'scram-sha-256'
# The values in a failed statement may be somebody's name: they stay out of the log.
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
log_error_verbosity = terse
include_if_exists = 'postgresql.local.conf'
"""

# The application's role owns its database and no more; `postgres` is for set-up and restore.
OWNER = "postgres"
ROLE = "kith"
DATABASE = "kith"
# What Kith's web server and worker act as (kith.walls.roles); they own nothing, and nobody signs in by them.
STEPPED_DOWN = ("kith_web", "kith_worker")


@dataclass(frozen=True)
class ServerSettings:
    """What goes into the files of a data folder before each start."""

    socket: Path
    users: tuple[str, ...]
    durable: bool

    def files(self) -> dict[str, str]:
        """The text of each settings file by name."""
        quoted_socket = str(self.socket).replace("'", "''")
        return {
            "postgresql.conf": _TEMPLATE.format(socket=quoted_socket, durable="on" if self.durable else "off"),
            "pg_hba.conf": "# Written by Kith at every start: the place's own users only, known by the kernel.\n"
            "local all all peer map=kith\n",
            "pg_ident.conf": "".join(
                f'kith "{user}" {role}\n' for user in dict.fromkeys(self.users) for role in (ROLE, OWNER)
            ),
        }
