-- Commands that were refused and must be counted or told (domain 0.7, 2.1): who, when, by which channel, and a hash; never what it said.
create table refused_command (
    id              uuid primary key,
    version         bigint      not null,
    refused_at      timestamptz not null,
    kind            text        not null,
    code            text        not null,
    actor_id        uuid        not null references person,
    on_behalf_of    uuid references person,
    unit_id         uuid        not null references organization,
    client_id       text        not null,
    address         text,
    operation       text        not null,
    subject_id      uuid,
    request_key     uuid,
    fingerprint     text        not null,
    acknowledged_by uuid references person,
    acknowledged_at timestamptz,
    unique (client_id, actor_id, request_key, fingerprint)
);
create index refused_command_newest on refused_command (kind, refused_at desc, id desc);
comment on column refused_command.unit_id is 'of the person who pressed';
comment on column refused_command.request_key is 'the Idempotency-Key: a repeated command is one row; null when none was sent';
comment on column refused_command.fingerprint is 'SHA-256 in hex: of the content for a state-secret mark, else of what was asked for (method, path, If-Match)';
