-- The units at work (domain 2.5, T11-T16): what they report, ask for and hand in, and what is decided on it.
alter table hotline_ticket
    add column pending         text[]  not null default '{}',
    add column heavy           boolean not null default false,
    add column feedback_doubts text[]  not null default '{}';
comment on column hotline_ticket.pending is 'what the unit or the manager asked for and nobody has decided yet; gone with the next move';
comment on column hotline_ticket.heavy is 'the manager wants the signature of the unit''s head under its result';

create table hotline_stage_report (
    id          uuid primary key,
    ticket_id   uuid        not null references hotline_ticket,
    round       integer     not null,
    done        text        not null,
    next_step   text        not null,
    planned_on  date        not null,
    reported_by uuid        not null references person,
    reported_at timestamptz not null
);
create index hotline_stage_report_of_ticket on hotline_stage_report (ticket_id, reported_at);

create table hotline_extension (
    id             uuid primary key,
    version        bigint      not null,
    ticket_id      uuid        not null references hotline_ticket,
    round          integer     not null,
    reason         text        not null,
    done           text        not null,
    plan           text        not null,
    due_before     timestamptz not null,
    until          timestamptz not null,
    told_citizen_at timestamptz not null,
    to_manager     boolean     not null,
    asked_by       uuid        not null references person,
    asked_at       timestamptz not null,
    granted        boolean,
    decided_by     uuid references person,
    decided_at     timestamptz,
    decision_words text
) with (fillfactor = 80);
create index hotline_extension_of_ticket on hotline_extension (ticket_id, asked_at);

create table hotline_hard_listing (
    id              uuid primary key,
    version         bigint      not null,
    ticket_id       uuid        not null references hotline_ticket,
    round           integer     not null,
    ground          text        not null,
    reason          text        not null,
    plan            text        not null,
    told_citizen_at timestamptz not null,
    review_at       timestamptz not null,
    proposed_by     uuid        not null references person,
    proposed_at     timestamptz not null,
    approved        boolean,
    approved_by     uuid references person,
    decided_at      timestamptz,
    decision_words  text,
    listed_by       uuid references person,
    listed_at       timestamptz,
    resumed_by      uuid references person,
    resumed_at      timestamptz,
    resume_words    text
) with (fillfactor = 80);
create index hotline_hard_listing_of_ticket on hotline_hard_listing (ticket_id, proposed_at);

create table hotline_hard_review (
    id          uuid primary key,
    listing_id  uuid        not null references hotline_hard_listing,
    ticket_id   uuid        not null references hotline_ticket,
    words       text        not null,
    review_at   timestamptz not null,
    reviewed_by uuid        not null references person,
    reviewed_at timestamptz not null
);
create index hotline_hard_review_of_ticket on hotline_hard_review (ticket_id, reviewed_at);

create table hotline_termination (
    id              uuid primary key,
    version         bigint      not null,
    ticket_id       uuid        not null references hotline_ticket,
    round           integer     not null,
    ground          text        not null,
    reason          text        not null,
    explanation     text        not null,
    told_citizen_at timestamptz not null,
    asked_by        uuid        not null references person,
    asked_at        timestamptz not null,
    approved        boolean,
    decided_by      uuid references person,
    decided_at      timestamptz,
    decision_words  text
) with (fillfactor = 80);
create index hotline_termination_of_ticket on hotline_termination (ticket_id, asked_at);

create table hotline_part (
    id           uuid primary key,
    version      bigint      not null,
    ticket_id    uuid        not null references hotline_ticket,
    unit_id      uuid        not null references organization,
    round        integer     not null,
    facts        text        not null,
    reported_by  uuid        not null references person,
    reported_at  timestamptz not null,
    returned_by  uuid references person,
    returned_at  timestamptz,
    return_words text
) with (fillfactor = 80);
create index hotline_part_of_ticket on hotline_part (ticket_id, reported_at);

create table hotline_feedback (
    id                uuid primary key,
    ticket_id         uuid        not null references hotline_ticket,
    unit_id           uuid        not null references organization,
    round             integer     not null,
    attempt           integer     not null,
    result            text        not null,
    facts             text        not null,
    legal_basis       text,
    told_citizen_at   timestamptz not null,
    told_citizen_what text,
    silent_co_unit_ids uuid[]     not null default '{}',
    pairs             text[]      not null default '{}',
    resembles_id      uuid,
    likeness          double precision,
    submitted_by      uuid        not null references person,
    submitted_at      timestamptz not null
);
create index hotline_feedback_of_ticket on hotline_feedback (ticket_id, attempt);
create index hotline_feedback_newest on hotline_feedback (submitted_at desc);

create table hotline_urge (
    id          uuid primary key,
    ticket_id   uuid        not null references hotline_ticket,
    round       integer     not null,
    by_citizen  boolean     not null,
    channel     text        not null,
    words       text,
    answer      text,
    told_ids    uuid[]      not null default '{}',
    urged_by    uuid        not null references person,
    urged_at    timestamptz not null,
    rests_until timestamptz
);
create index hotline_urge_of_ticket on hotline_urge (ticket_id, urged_at);

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('HOT_CHASE', 1, '人工催办间隔', 'WORKING_DAY', 1, 'END_OF_DAY', '内部管理要求'),
    ('HOT_CO_RESUBMIT', 1, '协办意见退回后重报', 'WORKING_DAY', 5, 'END_OF_DAY', '地方督查办法'),
    ('HOT_EXTENSION', 1, '延期', 'WORKING_DAY', 10, 'END_OF_DAY', '山东省政务服务热线管理办法'),
    ('HOT_EXTENSION_SHORT', 1, '审核员批准的延期', 'WORKING_DAY', 5, 'END_OF_DAY', '山东省政务服务热线管理办法；内部管理要求');
