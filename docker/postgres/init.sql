-- Run once by psql (15 or newer) as superuser, with the passwords in the environment; the image of PostgreSQL does so for a new data directory.
-- Two roles: the owner migrates, the application reads and writes. What is audited stays out of the application's reach (V2026.11.23.9).
\set ON_ERROR_STOP on
\getenv owner_password DUBAN_DATABASE_OWNER_PASSWORD
\getenv app_password DUBAN_DATABASE_PASSWORD
\getenv keycloak_password KEYCLOAK_DATABASE_PASSWORD

create role duban_owner login password :'owner_password';
create role duban_app login password :'app_password' connection limit 100;
-- The net below the application's own deadlines.
alter role duban_app set statement_timeout = '10s';
alter role duban_app set idle_in_transaction_session_timeout = '10s';

create database duban owner duban_owner template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database duban from public;
grant connect on database duban to duban_app;

\if :{?keycloak_password}
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak template template0 encoding 'UTF8' locale 'C.UTF-8';
revoke all on database keycloak from public;
\endif

\connect duban
revoke all on schema public from public;
alter schema public owner to duban_owner;
grant usage on schema public to duban_app;
alter default privileges for role duban_owner in schema public grant select, insert, update, delete on tables to duban_app;
alter default privileges for role duban_owner in schema public grant usage, select on sequences to duban_app;
