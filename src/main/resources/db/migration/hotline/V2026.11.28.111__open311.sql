-- Open311 GeoReport v2 (io.duban.hotline.open311): whose keys open it, which services it offers, and what came through it.
create table open311_key (
    key_hash   bytea primary key,
    person_id  uuid        not null references person,
    label      text        not null,
    publishes  boolean     not null default false,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);
create index open311_key_of_partner on open311_key (person_id);
comment on column open311_key.key_hash is 'SHA-256 of a random key of at least 32 characters: sha256(convert_to(key, ''UTF8'')); the key itself is shown to the partner once';
comment on column open311_key.person_id is 'the partner, as in integration_client, whose scopes must name ticket:create';
comment on column open311_key.publishes is 'the partner''s citizens agree by its terms that their reports are public; a report may say otherwise';

create table open311_service (
    code         text primary key,
    name         text    not null,
    description  text    not null default '',
    keywords     text    not null default '',
    group_name   text,
    position     integer not null default 0,
    withdrawn_at timestamptz
);

create table open311_request (
    ticket_id       uuid primary key references hotline_ticket,
    partner_id      uuid        not null references person,
    jurisdiction_id text        not null,
    service_code    text        not null,
    published       boolean     not null,
    address_id      text,
    email           text,
    device_id       text,
    account_id      text,
    media_url       text,
    attributes      text        not null,
    reported_at     timestamptz not null
);
create index open311_request_newest on open311_request (reported_at desc, ticket_id desc);
comment on column open311_request.media_url is 'addresses a person may look at; never fetched by the product';

create table open311_update (
    id          uuid primary key,
    ticket_id   uuid        not null references hotline_ticket,
    partner_id  uuid        not null references person,
    update_id   text        not null,
    status      text,
    description text        not null,
    media_url   text,
    updated_at  timestamptz not null,
    received_at timestamptz not null
);
create unique index open311_update_once on open311_update (partner_id, update_id);
create index open311_update_of_ticket on open311_update (ticket_id, received_at);
