-- Single-use tickets for a browser's EventSource, which can send no Authorization header. In a table and not in memory: the browser may
-- come back to another instance than the one that gave the ticket out.
create table event_ticket (
    hash             bytea primary key,
    person_id        uuid        not null references person,
    client_id        text        not null,
    scopes           text[]      not null,
    token_expires_at timestamptz not null,
    expires_at       timestamptz not null
);
create index event_ticket_by_age on event_ticket (expires_at);
comment on column event_ticket.hash is 'sha256 of the ticket: who reads the table can open nothing';
