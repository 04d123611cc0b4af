-- What every command writes beside its own rows, in the same statement: event, to-dos, audit, idempotency.

create function require_rows(changed bigint, expected bigint) returns boolean
    language plpgsql immutable as $$
begin
    if changed <> expected then
        -- Seen by Commands as "somebody was faster": the whole statement is undone.
        raise exception 'expected % rows, found %', expected, changed using errcode = 'DU412';
    end if;
    return true;
end $$;

create table event_epoch (
    epoch      text primary key,
    created_at timestamptz not null default now()
);
comment on table event_epoch is 'one row; replaced when the database was rebuilt or restored, so that old cursors are noticed';
insert into event_epoch (epoch) values (substr(md5(gen_random_uuid()::text), 1, 8));

create table event_log (
    position        bigint generated always as identity primary key,
    xid             xid8        not null default pg_current_xact_id(),
    id              uuid        not null,
    type            text        not null,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    actor_id        uuid,
    on_behalf_of    uuid,
    subject_type    text        not null,
    subject_id      uuid        not null,
    subject_version bigint      not null,
    title           text        not null,
    priority        text        not null,
    permission      text        not null,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}',
    addressee_ids   uuid[]      not null default '{}',
    state           text,
    due_at          timestamptz,
    light           text
);
create index event_log_in_commit_order on event_log (xid, position);
create index event_log_by_subject on event_log (subject_id, position);
comment on column event_log.xid is 'rows are read only below pg_snapshot_xmin: sequence numbers are taken before commit and would skip slower transactions';
comment on column event_log.permission is 'the row of the permission matrix whose reach over unit_ids and participant_ids lets an officer see the event';
comment on column event_log.addressee_ids is 'persons and units the event is addressed to: what the stream "me" carries';

create table todo (
    id           uuid primary key,
    person_id    uuid        not null references person,
    subject_type text        not null,
    subject_id   uuid        not null,
    action       text        not null,
    title        text        not null,
    due_at       timestamptz,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    closed_by    uuid
);
create unique index todo_open_once on todo (subject_id, action, person_id) where closed_at is null;
create index todo_of_person on todo (person_id, due_at) where closed_at is null;

create table idempotency_key (
    client_id   text        not null,
    person_id   uuid        not null,
    key         uuid        not null,
    fingerprint bytea       not null,
    status      int         not null,
    location    text,
    version     text,
    body        bytea       not null,
    created_at  timestamptz not null default now(),
    primary key (client_id, person_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);

create table audit_chain (
    chain     int primary key,
    length    bigint      not null,
    at        timestamptz not null default now(),
    prev_head bytea       not null,
    head      bytea       not null
);
insert into audit_chain (chain, length, prev_head, head)
select n, 0, '', sha256(convert_to('duban audit chain ' || n, 'UTF8')) from generate_series(0, 15) n;

create table audit_row (
    chain           int         not null references audit_chain,
    seq             bigint      not null,
    recorded_at     timestamptz not null,
    actor_id        uuid        not null,
    client_id       text        not null,
    address         text,
    action          text        not null,
    subject_type    text        not null,
    subject_id      uuid        not null,
    subject_version bigint      not null,
    content         text        not null,
    prev_hash       bytea       not null,
    hash            bytea       not null,
    primary key (chain, seq)
);
comment on column audit_row.hash is 'sha256(prev_hash || audit_canonical(seq, recorded_at, content))';

create function audit_canonical(seq bigint, recorded_at timestamptz, content text) returns text
    language sql stable as $$
    select seq || '|' || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '|' || content
$$;

create index audit_row_by_subject on audit_row (subject_id);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are never changed or deleted';
end $$;
create trigger audit_append_only before update or delete or truncate on audit_row
    for each statement execute function audit_is_append_only();
