-- A principal's to-dos lie on his delegate's desk too; a clock that turned red puts one on the desk of whoever must act then.
alter table todo add column on_behalf_of uuid references person;
alter table todo add column clock_id uuid references deadline;
comment on column todo.on_behalf_of is 'the principal whose to-do this is a copy of, on the desk of his delegate';
comment on column todo.clock_id is 'the overdue clock that opened it; it closes when that clock is satisfied';

drop index todo_open_once;
create unique index todo_open_once on todo (subject_id, action, person_id, on_behalf_of, clock_id) nulls not distinct
    where closed_at is null;
create index todo_copied on todo (on_behalf_of) where closed_at is null and on_behalf_of is not null;
create index todo_of_clock on todo (clock_id) where clock_id is not null;

alter table deadline
    add column escalation_action  text,
    add column escalation_persons uuid[] not null default '{}',
    add column escalation_roles   text[] not null default '{}',
    add column escalation_units   uuid[] not null default '{}';
comment on column deadline.escalation_action is 'the to-do that opens when it turns red, for whoever escalation_* name; null for none';
