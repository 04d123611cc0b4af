-- The whole way of a ticket (domain 2.5): rounds, periods, returns, and what it hangs together with.
alter table hotline_ticket
    add column round              integer     not null default 1,
    add column proposed_unit_id   uuid references organization,
    add column statutory_basis    text,
    add column original_due_at    timestamptz,
    add column outer_due_at       timestamptz,
    add column extended           boolean     not null default false,
    add column designated         boolean     not null default false,
    add column return_refused     boolean     not null default false,
    add column return_until       timestamptz,
    add column returns            integer     not null default 0,
    add column parent_id          uuid references hotline_ticket,
    add column reopen_of          uuid references hotline_ticket,
    add column instruction_id     uuid,
    add column matter_id          uuid,
    add column closed_by_upstream boolean     not null default false;

update hotline_ticket t
set original_due_at = d.original_due_at
from deadline d
where d.subject_id = t.id and d.step = 'HANDLE';

drop index hotline_ticket_open;
create index hotline_ticket_open on hotline_ticket (status, due_at)
    where status not in ('CLOSED', 'ARCHIVED', 'NOT_ACCEPTED', 'TRANSFERRED_EMERGENCY', 'TERMINATED', 'WITHDRAWN');
create index hotline_ticket_children on hotline_ticket (parent_id) where parent_id is not null;
create index hotline_ticket_reopened on hotline_ticket (reopen_of) where reopen_of is not null;
