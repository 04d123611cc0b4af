-- Letters to the mayor, the governor, the district and the web (来信): the written answer, its signatures, and whether it may be published.
create table hotline_letter (
    id               uuid primary key,
    version          bigint      not null,
    status           text        not null,
    ticket_id        uuid        not null unique references hotline_ticket,
    ticket_number    text        not null,
    title            text        not null,
    channel          text        not null,
    host_unit_id     uuid        not null references organization,
    answer           text        not null,
    drafted_by       uuid        not null references person,
    drafted_at       timestamptz not null,
    head_signed_by   uuid references person,
    head_signed_at   timestamptz,
    office_signed_by uuid references person,
    office_signed_at timestamptz,
    consented        boolean,
    consent_way      text,
    consent_at       timestamptz,
    consent_recorded_by uuid references person,
    published_answer text,
    published_by     uuid references person,
    published_at     timestamptz,
    changed_at       timestamptz not null,
    unit_ids         uuid[]      not null default '{}',
    participant_ids  uuid[]      not null default '{}'
) with (fillfactor = 80);
create index hotline_letter_newest on hotline_letter (drafted_at desc, id desc);
create index hotline_letter_published on hotline_letter (published_at desc, id desc) where published_at is not null;
create index hotline_letter_units on hotline_letter using gin (unit_ids);
create index hotline_letter_participants on hotline_letter using gin (participant_ids);
