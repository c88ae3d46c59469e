#!/bin/sh
# Puts a dump into an empty database, whole or not at all. Stop Kith before. The connection is libpq's.
set -eu
dump=${1:?the dump to restore}
there=$(psql --no-psqlrc --tuples-only --no-align --command "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'")
if [ "$there" != 0 ]; then
  echo "The database is not empty: it has $there tables. Make a new one (createdb) and name it in PGDATABASE." >&2
  exit 1
fi
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="${PGDATABASE:?the empty database}" "$dump"
psql --no-psqlrc --quiet --command 'analyze'
