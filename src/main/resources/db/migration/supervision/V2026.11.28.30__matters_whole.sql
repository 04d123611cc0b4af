-- The matter level whole (domain 2.4.1): where a matter comes from, what is decided on its way, and what is kept beside it.
alter table supervision_matter
    add column source_kind           text,
    add column source_id             uuid,
    add column source_note           text,
    add column plan_entry_id         uuid,
    add column unplanned             text check (unplanned in ('EMERGENCY', 'INSTRUCTION')),
    add column unplanned_reason      text,
    add column period_from           date,
    add column period_to             date,
    add column place                 text,
    add column latitude              double precision,
    add column longitude             double precision,
    add column designation_id        uuid,
    add column scope                 text,
    add column cap_override_reason   text,
    add column merged_into_id        uuid references supervision_matter,
    add column superior_reference    text,
    add column wrong_level           boolean not null default false,
    add column satisfaction          text,
    add column satisfaction_note     text,
    add column struck_off_object_ids uuid[]  not null default '{}',
    add column open_change_id        uuid;
comment on column supervision_matter.cap_override_reason is 'why it was put up although an object is over its frequency cap; the approver reads it';
comment on column supervision_matter.struck_off_object_ids is 'objects that are through with it already, while others are not';
create index supervision_matter_objects on supervision_matter using gin (object_unit_ids);

-- What the duplicate check found, each time it did; never changed. INTERCEPTED rows are the 重复拦截数.
create table supervision_duplicate (
    id         uuid primary key,
    matter_id  uuid        not null references supervision_matter,
    matched_id uuid        not null references supervision_matter,
    outcome    text        not null check (outcome in ('FOUND', 'INTERCEPTED', 'JUSTIFIED', 'MERGED')),
    likeness   double precision not null,
    same_place boolean     not null,
    reason     text,
    by_id      uuid references person,
    at         timestamptz not null
);
create index supervision_duplicate_of_matter on supervision_duplicate (matter_id, at);
create index supervision_duplicate_outcome on supervision_duplicate (outcome, at);

-- 变更督查范围: proposed by the supervisors, decided by whoever approves such a matter.
create table supervision_scope_change (
    id              uuid primary key,
    version         bigint      not null,
    matter_id       uuid        not null references supervision_matter,
    status          text        not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
    host_unit_ids   uuid[]      not null default '{}',
    co_unit_ids     uuid[]      not null default '{}',
    remove_unit_ids uuid[]      not null default '{}',
    due_at          timestamptz,
    reason          text        not null,
    proposed_by_id  uuid        not null references person,
    proposed_at     timestamptz not null,
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    opinion         text
);
create index supervision_scope_change_of_matter on supervision_scope_change (matter_id, proposed_at);
create unique index supervision_scope_change_open on supervision_scope_change (matter_id) where status = 'PROPOSED';

-- 中止: on whose authority, why, until what, and when it is looked at again.
create table supervision_suspension (
    id               uuid primary key,
    version          bigint      not null,
    matter_id        uuid        not null references supervision_matter,
    ground           text        not null check (ground in ('COURT_PROCEEDINGS', 'SUPERIOR_DECISION', 'OTHER')),
    authority        text        not null,
    reason           text        not null,
    resume_condition text        not null,
    court_file_no    text,
    review_at        timestamptz not null,
    suspended_by_id  uuid        not null references person,
    suspended_at     timestamptz not null,
    resumed_by_id    uuid references person,
    resumed_at       timestamptz,
    resume_note      text
);
create unique index supervision_suspension_open on supervision_suspension (matter_id) where resumed_at is null;

-- 长期跟踪: what has been reached, what each year is to bring, and how often it is reported on.
create table supervision_tracking (
    id               uuid primary key,
    version          bigint      not null,
    matter_id        uuid        not null references supervision_matter,
    stage_result     text        not null,
    milestone_years  int[]       not null,
    milestones       text[]      not null,
    report_months    int         not null check (report_months between 1 and 3),
    next_report_at   timestamptz not null,
    next_warn_at     timestamptz not null,
    reports          int         not null default 0,
    decided_by_id    uuid        not null references person,
    decided_at       timestamptz not null,
    ended_by_id      uuid references person,
    ended_at         timestamptz
);
create unique index supervision_tracking_open on supervision_tracking (matter_id) where ended_at is null;

-- 反弹: what came back after the strike-off; those within 180 days make the rebound rate.
create table supervision_rebound (
    id             uuid primary key,
    matter_id      uuid        not null references supervision_matter,
    facts          text        not null,
    evidence       text        not null,
    struck_off_at  timestamptz not null,
    reopened_by_id uuid        not null references person,
    reopened_at    timestamptz not null
);
create index supervision_rebound_when on supervision_rebound (reopened_at);

-- 条例 art. 5 (3), (4): bodies outside the government that carry public affairs by law or by entrustment, and so may be supervised.
create table public_authority (
    organization_id uuid primary key references organization,
    ground          text not null check (ground in ('AUTHORISED_BY_LAW', 'ENTRUSTED')),
    legal_basis     text not null,
    valid_to        date
);

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('SUP_SUSPENSION_REVIEW', 1, '中止事项复查', 'NATURAL_DAY', 30, 'END_OF_DAY', '内部管理要求'),
    ('SUP_TRACKING_1', 1, '长期跟踪报告', 'NATURAL_MONTH', 1, 'END_OF_DAY', '内部管理要求'),
    ('SUP_TRACKING_2', 1, '长期跟踪报告', 'NATURAL_MONTH', 2, 'END_OF_DAY', '内部管理要求'),
    ('SUP_TRACKING_3', 1, '长期跟踪报告', 'NATURAL_MONTH', 3, 'END_OF_DAY', '内部管理要求');

create function pairs_in_common(these text[], those text[]) returns double precision
    language sql immutable strict parallel safe return
    case when cardinality(these) = 0 or cardinality(those) = 0 then 0
         else 2.0 * (select count(*) from unnest(these) as pair where pair = any (those)) / (cardinality(these) + cardinality(those)) end;
comment on function pairs_in_common(text[], text[]) is
    'how much alike two texts are that search_pairs has cut, from 0 to 1: twice the pairs both have, over the pairs of both';
