-- Pages of tickets cost the same with a million tickets as with a thousand (ADR 0024): each page is read in the order of an index.

-- Who reaches a ticket, in the order of its list. An array on the ticket finds a rare unit's tickets or keeps the order, but not both.
create table hotline_ticket_reach (
    reacher_id  uuid        not null,
    accepted_at timestamptz not null,
    ticket_id   uuid        not null references hotline_ticket,
    primary key (reacher_id, accepted_at, ticket_id)
);
comment on table hotline_ticket_reach is 'the units and participants of each ticket; kept by triggers on hotline_ticket';
create index hotline_ticket_reach_of_ticket on hotline_ticket_reach (ticket_id);

create function hotline_ticket_reach_write() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from hotline_ticket_reach
        where ticket_id = old.id and reacher_id <> all (new.unit_ids || new.participant_ids);
    end if;
    insert into hotline_ticket_reach (reacher_id, accepted_at, ticket_id)
    select distinct reacher, new.accepted_at, new.id from unnest(new.unit_ids || new.participant_ids) reacher
    on conflict do nothing;
    return null;
end $$;
create trigger hotline_ticket_reach_first after insert on hotline_ticket
    for each row execute function hotline_ticket_reach_write();
create trigger hotline_ticket_reach_changed after update of unit_ids, participant_ids on hotline_ticket
    for each row when (old.unit_ids is distinct from new.unit_ids or old.participant_ids is distinct from new.participant_ids)
    execute function hotline_ticket_reach_write();

insert into hotline_ticket_reach (reacher_id, accepted_at, ticket_id)
select distinct reacher, t.accepted_at, t.id from hotline_ticket t, unnest(t.unit_ids || t.participant_ids) reacher;

drop index hotline_ticket_units;
drop index hotline_ticket_participants;
drop index hotline_ticket_open;
create index hotline_ticket_by_state on hotline_ticket (status, accepted_at, id);
create index hotline_ticket_by_change on hotline_ticket (changed_at);
