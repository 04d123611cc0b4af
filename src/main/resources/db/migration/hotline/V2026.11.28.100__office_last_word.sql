-- The office's last word on a ticket (domain 2.5 T17-T21, T24): what was found wrong, said, judged, excluded, and how each round ended.
alter table hotline_ticket
    add column audited_by      uuid references person,
    add column redos           integer not null default 0,
    add column exclusion       text check (exclusion in ('ASKED', 'GRANTED', 'REFUSED')),
    add column exclusion_until timestamptz,
    add column evaluated_at    timestamptz;
comment on column hotline_ticket.audited_by is 'who passed the result of this round; he does not call back on it';
comment on column hotline_ticket.exclusion_until is 'when the figures are locked that its end counts in; null while open, or where the call-back did not close it';
create index hotline_ticket_closed on hotline_ticket (closed_at) where status = 'CLOSED';

create table hotline_defect (
    id          uuid primary key,
    ticket_id   uuid        not null references hotline_ticket,
    round       integer     not null,
    kind        text        not null check (kind in ('OFF_POINT', 'NOT_CONTACTED', 'NO_BASIS', 'TEMPLATE_TEXT', 'OTHER')),
    text        text        not null,
    found_by_id uuid        not null references person,
    found_at    timestamptz not null
);
create index hotline_defect_of_ticket on hotline_defect (ticket_id);

create table hotline_callback_attempt (
    id           uuid primary key,
    ticket_id    uuid        not null references hotline_ticket,
    round        integer     not null,
    tried_at     timestamptz not null,
    result       text        not null check (result in ('NO_ANSWER', 'BUSY', 'SWITCHED_OFF', 'WRONG_NUMBER', 'CALL_LATER', 'WANTS_REDO')),
    resolved     text,
    satisfaction text,
    note         text,
    agent_id     uuid        not null references person
);
create index hotline_callback_attempt_of_ticket on hotline_callback_attempt (ticket_id, round);

create table hotline_redo (
    id           uuid primary key,
    ticket_id    uuid        not null references hotline_ticket,
    round        integer     not null,
    wishes       text        not null,
    reasonable   boolean     not null,
    reason       text,
    judged_by_id uuid        not null references person,
    judged_at    timestamptz not null
);
create index hotline_redo_of_ticket on hotline_redo (ticket_id);

create table hotline_round (
    id                uuid primary key,
    ticket_id         uuid        not null references hotline_ticket,
    round             integer     not null,
    ending            text        not null check (ending in ('CALLED_BACK', 'REDONE')),
    host_unit_id      uuid references organization,
    handler_id        uuid references person,
    dispatched_at     timestamptz,
    original_due_at   timestamptz,
    due_at            timestamptz,
    extended          boolean     not null,
    feedback_result   text,
    feedback_facts    text,
    legal_basis       text,
    told_citizen_at   timestamptz,
    told_citizen_what text,
    feedback_by_id    uuid references person,
    feedback_at       timestamptz,
    audited_by_id     uuid references person,
    callback_outcome  text,
    resolved          text,
    satisfaction      text,
    ended_by_id       uuid        not null references person,
    ended_at          timestamptz not null,
    unique (ticket_id, round)
);
create index hotline_round_ended on hotline_round (ended_at);

create table hotline_evaluation (
    id             uuid primary key,
    ticket_id      uuid        not null references hotline_ticket,
    round          integer     not null,
    resolved       text        not null,
    satisfaction   text        not null,
    words          text,
    recorded_by_id uuid        not null references person,
    evaluated_at   timestamptz not null,
    unique (ticket_id, round)
);
create index hotline_evaluation_at on hotline_evaluation (evaluated_at);

create table hotline_exclusion (
    id              uuid primary key,
    version         bigint      not null,
    ticket_id       uuid        not null references hotline_ticket,
    unit_id         uuid        not null references organization,
    round           integer     not null,
    reason          text        not null check (reason in ('UNLAWFUL_DEMAND', 'BEYOND_POLICY', 'MALICIOUS', 'WRONG_UNIT', 'FORCE_MAJEURE', 'IN_LITIGATION')),
    evidence        text        not null,
    requested_by_id uuid        not null references person,
    requested_at    timestamptz not null,
    granted         boolean,
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    decision_words  text,
    check ((granted is null) = (decided_at is null))
);
create index hotline_exclusion_of_ticket on hotline_exclusion (ticket_id);
create index hotline_exclusion_newest on hotline_exclusion (requested_at desc, id desc);
create unique index hotline_exclusion_undecided on hotline_exclusion (ticket_id) where granted is null;
