#!/bin/sh
# Makes the two logins of a deployment: the owner, who migrates, and the application, which owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$LATCHKEY_OWNER_PASSWORD" -v app="$SPRING_DATASOURCE_PASSWORD" \
  --username postgres --dbname postgres <<'SQL'
create role latchkey_owner login password :'owner';
create role latchkey_app login password :'app';
create database latchkey owner latchkey_owner;
SQL
