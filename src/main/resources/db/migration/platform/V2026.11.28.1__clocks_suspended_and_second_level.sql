-- Clocks may be suspended, remember how their date changed, and call a second one when the first did nothing (domain 0.3, 0.4).
alter table deadline
    add column suspended_at   timestamptz,
    add column second_persons uuid[],
    add column second_roles   text[],
    add column second_units   uuid[],
    add column second_due_at  timestamptz,
    add column second_told_at timestamptz;
comment on column deadline.suspended_at is 'since when it stands still; a suspended clock says nothing';
comment on column deadline.second_roles is 'whoever second_* name get the to-do of the escalation when the first did nothing; null: there is no second level';
comment on column deadline.second_due_at is 'when the second level is called, worked out once RED was said';
comment on column deadline.second_told_at is 'when the second level was called, once';

create index deadline_second_level on deadline (second_due_at)
    where satisfied_at is null and overdue_at is not null and second_roles is not null and second_told_at is null;

create table deadline_change (
    id           bigint generated always as identity primary key,
    deadline_id  uuid        not null references deadline,
    kind         text        not null check (kind in ('EXTENDED', 'SUSPENDED', 'REPLACED', 'RECOMPUTED', 'KEPT')),
    changed_at   timestamptz not null,
    changed_by   uuid,
    suspended_at timestamptz,
    due_before   timestamptz not null,
    due_after    timestamptz not null,
    calendar_version text,
    check ((kind = 'SUSPENDED') = (suspended_at is not null))
);
create index deadline_change_of_deadline on deadline_change (deadline_id, id);
comment on table deadline_change is 'how the date of a clock came to be another, for its explanation; never changed';
comment on column deadline_change.suspended_at is 'of a suspension: from then until changed_at it stood still';
comment on column deadline_change.kind is
    'KEPT: the calendar would have made it earlier and the director said no; due_after is the date that was kept';
