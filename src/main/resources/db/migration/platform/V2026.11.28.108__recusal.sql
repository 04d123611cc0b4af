-- 回避: who is kept away from a subject is marked among its participant_ids; io.duban.platform.identity.Recusal says how.
create function recusal(id uuid) returns uuid
    language sql immutable strict parallel safe as $$
    select overlay(id::text placing translate(substr(id::text, 20, 1), '0123456789abcdef', '45670123cdef89ab') from 20 for 1)::uuid
$$;
comment on function recusal(uuid) is 'the mark that keeps a person or a unit away: the id with the second bit of its variant turned';

create function is_recused(who uuid, participants uuid[]) returns boolean
    language plpgsql stable as $$
begin
    -- Nearly always nobody is: then no table is asked.
    if participants is null or not exists (select 1 from unnest(participants) mark where substr(mark::text, 20, 1) in ('c', 'd', 'e', 'f')) then
        return false;
    end if;
    return recusal(who) = any (participants)
        or exists (select 1 from post where person_id = who and recusal(organization_id) = any (participants))
        or exists (select 1 from person where id = who and recusal(organization_id) = any (participants));
end $$;
comment on function is_recused(uuid, uuid[]) is 'whether a mark among the participants keeps this person away: his own, or one of a unit of his';
