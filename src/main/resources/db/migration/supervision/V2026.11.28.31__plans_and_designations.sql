-- 年度督查计划 (条例 art. 15): what is to be supervised, of whom, when and by whose lead; changed only with the approver's word.
create table inspection_plan (
    id              uuid primary key,
    version         bigint      not null,
    year            int         not null,
    title           text        not null,
    status          text        not null,
    drafted_by_id   uuid        not null references person,
    approved_by_id  uuid references person,
    approved_at     timestamptz,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}'
) with (fillfactor = 80);
create index inspection_plan_newest on inspection_plan (created_at desc, id desc);

create table inspection_plan_entry (
    id              uuid primary key,
    version         bigint not null,
    plan_id         uuid   not null references inspection_plan,
    kind            text   not null,
    subject         text   not null,
    scope           text   not null,
    object_unit_ids uuid[] not null,
    planned_on      date   not null,
    lead_id         uuid   not null references person,
    state           text   not null check (state in ('PLANNED', 'PROPOSED', 'DROPPED'))
);
create index inspection_plan_entry_of_plan on inspection_plan_entry (plan_id, planned_on, id);
comment on column inspection_plan_entry.planned_on is 'the day, or the first of the month when only that is planned';

create table inspection_plan_change (
    id             uuid primary key,
    version        bigint      not null,
    plan_id        uuid        not null references inspection_plan,
    kind           text        not null check (kind in ('ADD', 'MOVE', 'DROP')),
    entry_id       uuid        not null references inspection_plan_entry,
    planned_from   date,
    planned_to     date,
    reason         text        not null,
    status         text        not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by_id uuid        not null references person,
    proposed_at    timestamptz not null,
    decided_by_id  uuid references person,
    decided_at     timestamptz,
    opinion        text
);
create index inspection_plan_change_of_plan on inspection_plan_change (plan_id, proposed_at);

alter table supervision_matter add foreign key (plan_entry_id) references inspection_plan_entry;

-- 条例 art. 7: a department supervises only what the government has designated to it, within scope, duties and period.
create table supervision_designation (
    id               uuid primary key,
    version          bigint      not null,
    unit_id          uuid        not null references organization,
    kinds            text[]      not null,
    subject          text        not null,
    duties           text        not null,
    object_unit_ids  uuid[]      not null,
    valid_from       date        not null,
    valid_to         date        not null check (valid_to >= valid_from),
    status           text        not null,
    designated_by_id uuid        not null references person,
    designated_at    timestamptz not null,
    revoked_by_id    uuid references person,
    revoked_at       timestamptz,
    revoke_reason    text
);
create index supervision_designation_of_unit on supervision_designation (unit_id, valid_to);

alter table supervision_matter add foreign key (designation_id) references supervision_designation;
