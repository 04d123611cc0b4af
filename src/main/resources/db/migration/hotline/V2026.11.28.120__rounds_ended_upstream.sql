-- A platform above ends rounds too, by dispatching its ticket once more or by closing it (domain 2.5, edge cases).
alter table hotline_round drop constraint hotline_round_ending_check;
alter table hotline_round add constraint hotline_round_ending_check
    check (ending in ('CALLED_BACK', 'REDONE', 'DISPATCHED_UPSTREAM', 'CLOSED_UPSTREAM'));
