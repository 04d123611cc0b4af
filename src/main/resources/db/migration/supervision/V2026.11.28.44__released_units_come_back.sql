-- A unit that was released from a matter may get a part in it again; what it did before is kept.
drop index supervision_assignment_once;
create unique index supervision_assignment_once on supervision_assignment (matter_id, unit_id) where status not in ('REASSIGNED', 'RELEASED');
