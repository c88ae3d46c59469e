#!/bin/sh
# Writes a dump of Kith's database into a folder, and removes those older than KEEP_DAYS (30). A dump that was cut off never
# stands under its name, and one that cannot be read is refused. The connection is libpq's: PGHOST, PGUSER, PGDATABASE …
set -eu
folder=${1:?the folder that the backups go to}
name="$folder/kith-$(date -u +%Y%m%dT%H%M%SZ).dump"
umask 077
mkdir -p "$folder"
trap 'rm -f "$name.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --file="$name.part"
pg_restore --list "$name.part" | grep -q 'TABLE DATA public person'
mv "$name.part" "$name"
find "$folder" -maxdepth 1 -name 'kith-*.dump' -mtime "+${KEEP_DAYS:-30}" -delete
echo "$name"
