-- 12345 hotline tickets (domain 2.5).
create sequence hotline_ticket_number;

create table hotline_ticket (
    id               uuid primary key,
    version          bigint      not null,
    status           text        not null,
    ticket_number    text        not null unique,
    source_system    text,
    source_id        text,
    source_version   bigint,
    source_hash      bytea,
    channel          text        not null,
    demand_type      text        not null,
    category_code    text        not null,
    title            text        not null,
    words            text        not null,
    received_at      timestamptz not null,
    address          text,
    latitude         double precision,
    longitude        double precision,
    accuracy_metres  double precision,
    datum            text,
    citizen_name     text,
    citizen_phone    text,
    wants_callback   boolean     not null,
    keep_secret      boolean     not null,
    urgency_class    text,
    host_unit_id     uuid references organization,
    co_unit_ids      uuid[]      not null default '{}',
    instruction      text,
    handler_id       uuid references person,
    dispatched_at    timestamptz,
    due_at           timestamptz,
    warn_at          timestamptz,
    feedback_result  text,
    feedback_facts   text,
    legal_basis      text,
    told_citizen_at  timestamptz,
    told_citizen_what text,
    feedback_by      uuid references person,
    feedback_at      timestamptz,
    defects          text[]      not null default '{}',
    callback_outcome text,
    resolved         text,
    satisfaction     text,
    callback_note    text,
    closed_at        timestamptz,
    accepted_at      timestamptz not null,
    changed_at       timestamptz not null,
    unit_ids         uuid[]      not null default '{}',
    participant_ids  uuid[]      not null default '{}'
) with (fillfactor = 80);
create unique index hotline_ticket_source on hotline_ticket (source_system, source_id, source_version);
create index hotline_ticket_newest on hotline_ticket (accepted_at desc, id desc);
create index hotline_ticket_units on hotline_ticket using gin (unit_ids);
create index hotline_ticket_participants on hotline_ticket using gin (participant_ids);
create index hotline_ticket_open on hotline_ticket (status, due_at) where status <> 'CLOSED';

create table hotline_contact (
    id           uuid primary key,
    ticket_id    uuid        not null references hotline_ticket,
    contacted_at timestamptz not null,
    way          text        not null,
    result       text        not null,
    note         text,
    recorded_by  uuid        not null references person,
    recorded_at  timestamptz not null
);
create index hotline_contact_of_ticket on hotline_contact (ticket_id);
