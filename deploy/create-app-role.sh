#!/bin/sh
# Runs once, when the database is made: the role that the server connects as. What it may do, "tokenwright migrate up --grant-to" says.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role tokenwright_app login password :'password';
SQL
