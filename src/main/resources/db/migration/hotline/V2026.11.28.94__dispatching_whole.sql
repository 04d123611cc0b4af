-- From the dispatcher to the unit: what decides the clocks, returns (退单) and their coordination (会商指定).
alter table hotline_ticket
    add column statutory_rule text,
    add column enterprise     boolean not null default false;
comment on column hotline_ticket.statutory_rule is 'the deadline rule of the period that statutory_basis gives';

create table hotline_return (
    id                uuid primary key,
    version           bigint      not null,
    ticket_id         uuid        not null references hotline_ticket,
    unit_id           uuid        not null references organization,
    reason            text        not null check (reason in ('NOT_COMPETENT', 'OTHER_UNIT_COMPETENT', 'DUPLICATE')),
    words             text        not null,
    legal_basis       text        not null,
    suggested_unit_id uuid        not null references organization,
    asked_by_id       uuid        not null references person,
    asked_at          timestamptz not null,
    decision          text check (decision in ('REASSIGN', 'KEEP', 'DISPUTE')),
    given_to_unit_id  uuid references organization,
    decided_by_id     uuid references person,
    decided_at        timestamptz,
    decision_words    text
);
create index hotline_return_of_ticket on hotline_return (ticket_id, asked_at);

create table hotline_coordination (
    id                 uuid primary key,
    ticket_id          uuid        not null references hotline_ticket,
    host_unit_id       uuid        not null references organization,
    fallback           boolean     not null,
    consulted_unit_ids uuid[]      not null default '{}',
    record             text        not null,
    recorded_by_id     uuid        not null references person,
    recorded_at        timestamptz not null
);
create index hotline_coordination_of_ticket on hotline_coordination (ticket_id);
comment on column hotline_coordination.fallback is 'the duty was unclear, and the district''s unit for such cases (兜底单位) got it';
