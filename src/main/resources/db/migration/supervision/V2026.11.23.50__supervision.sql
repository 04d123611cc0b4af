-- Supervision (domain 2.4): a matter is the root; whatever changes an assignment or an inspection of it also makes its next version.
create table supervision_matter (
    id                    uuid primary key,
    version               bigint      not null,
    status                text        not null,
    kind                  text        not null,
    basis                 text        not null,
    basis_evidence        text        not null,
    title                 text        not null,
    acceptance_criteria   text[]      not null,
    object_unit_ids       uuid[]      not null,
    methods               text[]      not null default '{}',
    urgency               text        not null,
    physical_result       boolean     not null,
    instructing_leader_id uuid references person,
    field_supervisor_ids  uuid[]      not null default '{}',
    drafted_by_id         uuid references person,
    submitted_by_id       uuid references person,
    approved_by_id        uuid references person,
    issued_by_id          uuid references person,
    handled_by_id         uuid references person,
    struck_off_by_id      uuid references person,
    due_at                timestamptz,
    warn_at               timestamptz,
    handed_in_at          timestamptz,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    handled_at            timestamptz,
    unit_ids              uuid[]      not null default '{}',
    participant_ids       uuid[]      not null default '{}'
) with (fillfactor = 80);
create index supervision_matter_newest on supervision_matter (created_at desc, id desc);
create index supervision_matter_units on supervision_matter using gin (unit_ids);
create index supervision_matter_participants on supervision_matter using gin (participant_ids);
comment on column supervision_matter.due_at is 'of the host that is due first; its clock stands at handed_in_at while the result is being reviewed';

create table supervision_assignment (
    id              uuid primary key,
    version         bigint      not null,
    matter_id       uuid        not null references supervision_matter,
    unit_id         uuid        not null references organization,
    duty            text        not null check (duty in ('HOST', 'CO')),
    status          text        not null,
    round           int         not null,
    handler_id      uuid references person,
    original_due_at timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    signed_at       timestamptz,
    percent         int         not null,
    result          text,
    facts           text[]      not null default '{}',
    planned_on      date,
    reason          text,
    legal_basis     text,
    submitted_by_id uuid references person,
    submitted_at    timestamptz,
    accepted_at     timestamptz,
    defects         text[]      not null default '{}',
    unique (matter_id, unit_id)
) with (fillfactor = 80);
create index supervision_assignment_of_unit on supervision_assignment (unit_id, due_at);

-- One row for each kind and year, guarded by its version: numbers without a gap, since a number is only gone with the notice it is on.
create table supervision_numbering (
    id          uuid primary key,
    version     bigint not null,
    notice_kind text   not null,
    year        int    not null,
    last_number int    not null,
    unique (notice_kind, year)
);

create table supervision_notice (
    id           uuid primary key,
    matter_id    uuid        not null references supervision_matter,
    kind         text        not null,
    year         int         not null,
    number       int         not null,
    label        text        not null,
    requirement  text        not null,
    signed_by_id uuid        not null references person,
    issued_by_id uuid        not null references person,
    issued_at    timestamptz not null,
    unique (kind, year, number)
);
create index supervision_notice_of_matter on supervision_notice (matter_id);

create table supervision_entry (
    id            uuid primary key,
    matter_id     uuid        not null references supervision_matter,
    assignment_id uuid references supervision_assignment,
    step          text        not null,
    by_id         uuid        not null references person,
    at            timestamptz not null,
    words         text,
    percent       int,
    points        text[]      not null default '{}'
);
create index supervision_entry_of_matter on supervision_entry (matter_id, at, id);
comment on table supervision_entry is 'the time line: what was said and handed in, in the words of that day; never changed';

create table field_inspection (
    id               uuid primary key,
    version          bigint      not null,
    matter_id        uuid        not null references supervision_matter,
    title            text        not null,
    status           text        not null,
    place            text        not null,
    latitude         double precision,
    longitude        double precision,
    accuracy_metres  double precision,
    datum            text,
    author_id        uuid        not null references person,
    started_at       timestamptz,
    begun_at         timestamptz not null,
    recorded_at      timestamptz,
    hazard           boolean     not null,
    object_statement text,
    people_met       int,
    unit_ids         uuid[]      not null default '{}',
    participant_ids  uuid[]      not null default '{}'
) with (fillfactor = 80);
create index field_inspection_of_matter on field_inspection (matter_id, begun_at);
comment on column field_inspection.started_at is 'the device''s claim; what counts is begun_at';

create table inspection_finding (
    id            uuid primary key,
    inspection_id uuid not null references field_inspection,
    place_in_list int  not null,
    standard      text not null,
    result        text not null check (result in ('OK', 'PROBLEM', 'HAZARD')),
    note          text
);
create index inspection_finding_of_inspection on inspection_finding (inspection_id, place_in_list);
