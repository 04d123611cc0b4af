-- Callbacks to partners (domain 0.10).
create table webhook_endpoint (
    id            uuid primary key,
    version       bigint      not null,
    owner_id      uuid        not null references person,
    url           text        not null,
    description   text,
    event_types   text[]      not null default '{}',
    status        text        not null,
    disabled_for  text,
    secret        text        not null,
    former_secret text,
    former_until  timestamptz,
    created_at    timestamptz not null,
    constraint webhook_endpoint_former_secret_ends check ((former_secret is null) = (former_until is null)),
    constraint webhook_endpoint_disabled_for_a_reason check ((status = 'DISABLED') = (disabled_for is not null))
);
create index webhook_endpoint_of_owner on webhook_endpoint (owner_id, created_at desc, id desc);
comment on column webhook_endpoint.owner_id is 'the post its partner acts from; nobody else sees it';
comment on column webhook_endpoint.event_types is 'events it is told, by name or by subject with .* behind; empty for all';
comment on column webhook_endpoint.secret is 'sealed, bound to the id of the endpoint';

create table webhook_health (
    endpoint_id     uuid primary key references webhook_endpoint,
    failing_since   timestamptz,
    last_success_at timestamptz,
    last_failure_at timestamptz,
    last_fault      text
);
comment on table webhook_health is 'how an endpoint is doing: apart from it, since no attempt makes a new version of what its partner set';

create table webhook_delivery (
    id              uuid primary key,
    version         bigint      not null,
    endpoint_id     uuid        not null references webhook_endpoint,
    owner_id        uuid        not null references person,
    kind            text        not null,
    message_id      uuid        not null,
    event_type      text        not null,
    permission      text        not null,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}',
    payload         text        not null,
    challenge       text,
    status          text        not null,
    attempts        int         not null default 0,
    next_at         timestamptz not null,
    lease           uuid,
    leased_until    timestamptz,
    last_code       int,
    last_fault      text,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    constraint webhook_delivery_once unique (endpoint_id, message_id),
    constraint webhook_delivery_leased_until check ((lease is null) = (leased_until is null))
);
create index webhook_delivery_waiting on webhook_delivery (endpoint_id, next_at) where status = 'WAITING';
create index webhook_delivery_of_owner on webhook_delivery (owner_id, created_at desc, id desc);
create index webhook_delivery_of_endpoint on webhook_delivery (endpoint_id, created_at desc, id desc);
create index webhook_delivery_by_age on webhook_delivery (created_at);
comment on column webhook_delivery.message_id is 'webhook-id: the same in every attempt and replay, by which the receiver knows a repetition';
comment on column webhook_delivery.permission is 'with unit_ids and participant_ids as in event_log: asked again at every attempt, by who the partner is then';
comment on column webhook_delivery.payload is 'the body as it is sent: a signature is over these bytes';
comment on column webhook_delivery.lease is 'the attempt that is under way; whoever comes later than leased_until takes it over';

create table webhook_attempt (
    id           bigint generated always as identity primary key,
    delivery_id  uuid        not null references webhook_delivery on delete cascade,
    at           timestamptz not null,
    milliseconds bigint      not null,
    code         int,
    fault        text
);
create index webhook_attempt_of_delivery on webhook_attempt (delivery_id, id);
