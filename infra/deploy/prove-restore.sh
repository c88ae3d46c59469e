#!/bin/sh
# Proves that a dump can be restored: puts it into a database of its own on the same server, counts what is there, and removes
# it again. Ends badly if anything of it cannot be read, or if there is nobody in it. The connection is libpq's.
set -eu
dump=${1:?the dump to prove}
here=$(dirname "$0")
proof="kith_proof_$$"
createdb --template=template0 "$proof"
trap 'dropdb --if-exists --force "$proof"' EXIT
PGDATABASE="$proof" "$here/restore.sh" "$dump"
count() {
  psql --no-psqlrc --tuples-only --no-align --dbname="$proof" --command "select count(*) from $1"
}
people=$(count person)
[ "$people" -gt 0 ]
echo "Restored and read: $people people, $(count tie) ties, $(count post) posts, $(count photo) photos."
