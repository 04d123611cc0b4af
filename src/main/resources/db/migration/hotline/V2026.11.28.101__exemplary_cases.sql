-- Exemplary cases (经典案例, domain B32): what can be learnt from a ticket, without the people in it.
create table hotline_case (
    id             uuid primary key,
    version        bigint      not null,
    status         text        not null check (status in ('DRAFTED', 'RETURNED', 'SIGNED', 'REPORTED', 'DROPPED')),
    ticket_id      uuid        not null references hotline_ticket,
    ticket_number  text        not null,
    title          text        not null,
    text           text        not null,
    drafted_by_id  uuid        not null references person,
    drafted_at     timestamptz not null,
    signed_by_id   uuid references person,
    signed_at      timestamptz,
    sent_to        text,
    reported_by_id uuid references person,
    reported_at    timestamptz,
    note           text,
    changed_at     timestamptz not null,
    unit_ids       uuid[]      not null default '{}',
    participant_ids uuid[]     not null default '{}'
);
create unique index hotline_case_of_ticket on hotline_case (ticket_id) where status <> 'DROPPED';
create index hotline_case_newest on hotline_case (drafted_at desc, id desc);
comment on column hotline_case.note is 'why it was returned or given up';
