-- The unit level whole (domain 2.4.2, 0.4): separate duties, returns, extensions, chases, each hand-in of each round, evaluations.
alter table supervision_assignment drop constraint supervision_assignment_duty_check;
alter table supervision_assignment add constraint supervision_assignment_duty_check check (duty in ('HOST', 'CO', 'SEPARATE'));
-- A unit that gave its part away may be designated later on.
alter table supervision_assignment drop constraint supervision_assignment_matter_id_unit_id_key;
create unique index supervision_assignment_once on supervision_assignment (matter_id, unit_id) where status <> 'REASSIGNED';

alter table supervision_assignment
    add column copied                boolean not null default false,
    add column return_until          timestamptz,
    add column designated            boolean not null default false,
    add column kept                  boolean not null default false,
    add column return_asked_by_id    uuid references person,
    add column replaces_id           uuid references supervision_assignment,
    add column outer_due_at          timestamptz,
    add column extended              boolean not null default false,
    add column extension_until       timestamptz,
    add column extension_asked_by_id uuid references person,
    add column extension_to_leader   boolean not null default false,
    add column stage_due_at          timestamptz,
    add column chaser_id             uuid references person,
    add column chased_until          timestamptz,
    add column co_sent_back          boolean not null default false,
    add column missed_since          timestamptz,
    add column grade                 text,
    add column evaluated_by_id       uuid references person,
    add column object_until          timestamptz,
    add column objected_at           timestamptz,
    add column objection_decided_at  timestamptz;
comment on column supervision_assignment.outer_due_at is 'where a unit took over from another: the date the matter had, which stays';
comment on column supervision_assignment.chased_until is '24:00 of the working day after the last chase by hand';
comment on column supervision_assignment.missed_since is 'the host handed in without this co unit, which is red since then';

-- Each hand-in of each round with what was said of it: the first-pass rate is of attempt 1 in round 1.
create table supervision_final_feedback (
    id                 uuid primary key,
    version            bigint      not null,
    matter_id          uuid        not null references supervision_matter,
    assignment_id      uuid        not null references supervision_assignment,
    unit_id            uuid        not null references organization,
    duty               text        not null,
    round              int         not null,
    attempt            int         not null,
    result             text,
    facts              text[]      not null default '{}',
    planned_on         date,
    reason             text,
    legal_basis        text,
    submitted_by_id    uuid references person,
    submitted_at       timestamptz not null,
    copied             boolean     not null default false,
    original_due_at    timestamptz not null,
    due_at             timestamptz not null,
    silent_co_unit_ids uuid[]      not null default '{}',
    co_feedback_ids    uuid[]      not null default '{}',
    pairs              text[]      not null default '{}',
    resembles_id       uuid references supervision_final_feedback,
    likeness           double precision,
    verdict            text check (verdict in ('ACCEPTED', 'RETURNED', 'RETURNED_BY_HOST')),
    reviewed_by_id     uuid references person,
    reviewed_at        timestamptz,
    note               text,
    defects            text[]      not null default '{}',
    unique (assignment_id, attempt)
);
create index supervision_final_feedback_of_matter on supervision_final_feedback (matter_id, submitted_at);
create index supervision_final_feedback_newest on supervision_final_feedback (submitted_at desc, id desc);
comment on column supervision_final_feedback.pairs is 'the different pairs of neighbouring letters of its text, sorted: what a later text is compared by';
comment on column supervision_final_feedback.resembles_id is 'the result it reads like, and how much; for the reviewer, refused to nobody';

insert into supervision_final_feedback (id, version, matter_id, assignment_id, unit_id, duty, round, attempt, result, facts, planned_on, reason,
        legal_basis, submitted_by_id, submitted_at, original_due_at, due_at, verdict, reviewed_at, defects)
select gen_random_uuid(), 1, matter_id, id, unit_id, duty, round, 1, result, facts, planned_on, reason, legal_basis, submitted_by_id, submitted_at,
       original_due_at, due_at, case status when 'ACCEPTED' then 'ACCEPTED' when 'FEEDBACK_SUBMITTED' then null else 'RETURNED' end,
       accepted_at, defects
from supervision_assignment where submitted_at is not null;

create table supervision_return (
    id                uuid primary key,
    version           bigint      not null,
    matter_id         uuid        not null references supervision_matter,
    assignment_id     uuid        not null references supervision_assignment,
    unit_id           uuid        not null references organization,
    disputed          boolean     not null,
    reason            text        not null,
    words             text        not null,
    suggested_unit_id uuid        not null references organization,
    legal_basis       text        not null,
    asked_by_id       uuid        not null references person,
    asked_at          timestamptz not null,
    decision          text check (decision in ('KEPT', 'REASSIGNED')),
    given_to_unit_id  uuid references organization,
    decided_by_id     uuid references person,
    decided_at        timestamptz,
    decision_words    text
);
create index supervision_return_of_assignment on supervision_return (assignment_id, asked_at);

create table supervision_extension (
    id             uuid primary key,
    version        bigint      not null,
    matter_id      uuid        not null references supervision_matter,
    assignment_id  uuid        not null references supervision_assignment,
    unit_id        uuid        not null references organization,
    round          int         not null,
    reason         text        not null,
    done           text        not null,
    plan           text        not null,
    due_before     timestamptz not null,
    until          timestamptz not null,
    to_leader      boolean     not null,
    asked_by_id    uuid        not null references person,
    asked_at       timestamptz not null,
    granted        boolean,
    decided_by_id  uuid references person,
    decided_at     timestamptz,
    decision_words text
);
create index supervision_extension_of_assignment on supervision_extension (assignment_id, asked_at);

create table supervision_chase (
    id            uuid primary key,
    matter_id     uuid        not null references supervision_matter,
    assignment_id uuid        not null references supervision_assignment,
    unit_id       uuid        not null references organization,
    round         int         not null,
    chased_by_id  uuid        not null references person,
    actor_id      uuid        not null references person,
    channel       text        not null,
    to_whom       text        not null,
    words         text,
    answer        text,
    chased_at     timestamptz not null,
    rests_until   timestamptz not null
);
create index supervision_chase_of_assignment on supervision_chase (assignment_id, chased_at);
create index supervision_chase_when on supervision_chase (chased_at);
comment on table supervision_chase is
    'chased by hand (催办): never changed. What the system reminded of at yellow and red is read from the clocks and the event log, and is nobody''s chase';

create table supervision_evaluation (
    id              uuid primary key,
    version         bigint      not null,
    matter_id       uuid        not null references supervision_matter,
    assignment_id   uuid        not null references supervision_assignment,
    unit_id         uuid        not null references organization,
    round           int         not null,
    grade           text        not null,
    note            text        not null,
    evaluated_by_id uuid        not null references person,
    evaluated_at    timestamptz not null,
    objection       text,
    objected_by_id  uuid references person,
    objected_at     timestamptz,
    decided_grade   text,
    decision_words  text,
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    unique (assignment_id, round)
);
comment on table supervision_evaluation is 'one word about one result, for that unit to read and to object to; nothing adds such words up (domain 0.1 D1)';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('SUP_MONTHLY', 1, '重点工作月度报告（次月5日前）', 'NATURAL_MONTH', 1, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_EXTEND', 1, '督办延期（办公室主任审批的最长期限）', 'WORKING_DAY', 10, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_EXTEND_MEDIA', 1, '媒体和网络反映事项延期（最长）', 'WORKING_DAY', 3, 'END_OF_DAY', '地方督查时限规定'),
    ('SUP_CHASE', 1, '人工催办间隔', 'WORKING_DAY', 1, 'END_OF_DAY', '内部管理要求'),
    ('SUP_CO_RESUBMIT', 1, '协办意见退回后重报', 'WORKING_DAY', 5, 'END_OF_DAY', '地方督查办法');
