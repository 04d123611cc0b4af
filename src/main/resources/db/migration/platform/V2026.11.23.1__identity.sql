-- Who works here: the product's own tables decide roles and units, never a token's claims (domain 0.2).
create table organization (
    id         uuid primary key,
    kind       text not null,
    name       text not null,
    short_name text not null,
    parent_id  uuid references organization
);

create table person (
    id              uuid primary key,
    name            text    not null,
    username        text    not null unique,
    password_hash   text,
    organization_id uuid    not null references organization,
    mobile          text,
    enabled         boolean not null default true
);
comment on column person.password_hash is 'only for the embedded authorization server; null when an outside issuer logs people in';

create table post (
    person_id       uuid not null references person,
    role            text not null,
    organization_id uuid not null references organization,
    primary key (person_id, role, organization_id)
);
create index post_by_organization on post (organization_id, role);

create table portfolio (
    leader_id       uuid not null references person,
    organization_id uuid not null references organization,
    primary key (leader_id, organization_id)
);
comment on table portfolio is 'which units a leader is in charge of (分管)';

create table integration_client (
    client_id       text primary key,
    person_id       uuid not null references person,
    source_system   text not null unique,
    secret_hash     text,
    scopes          text[] not null
);
comment on table integration_client is 'third-party systems (第三方系统); person_id is the post they act from';
