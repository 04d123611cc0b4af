-- When anything was changed that decides what a person may see, so that open streams notice it with one small query a second.
alter table person add column changed_at timestamptz not null default clock_timestamp();
create index person_by_change on person (changed_at);
comment on column person.changed_at is 'stamped by triggers when the person, his posts, his portfolio or his client changed';

create function person_was_changed() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;
create trigger person_changed before update of name, organization_id, enabled on person
    for each row execute function person_was_changed();

create function standing_was_changed() returns trigger language plpgsql as $$
declare
    rows jsonb := jsonb_build_array(to_jsonb(old), to_jsonb(new));
begin
    update person set changed_at = clock_timestamp()
    where id in (select (r ->> tg_argv[0])::uuid from jsonb_array_elements(rows) r where r ->> tg_argv[0] is not null);
    return null;
end $$;
create trigger post_changed after insert or update or delete on post
    for each row execute function standing_was_changed('person_id');
create trigger portfolio_changed after insert or update or delete on portfolio
    for each row execute function standing_was_changed('leader_id');
create trigger client_changed after insert or update or delete on integration_client
    for each row execute function standing_was_changed('person_id');
