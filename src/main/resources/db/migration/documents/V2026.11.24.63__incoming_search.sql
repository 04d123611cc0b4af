-- Incoming papers as they are searched, in the same way as outgoing ones: beside the paper and not on it: the paper's row is written at every step, its words only when the text
-- or the number changes. Written by the very statement that changes them.
create table incoming_search (
    document_id uuid primary key references incoming_document,
    created_at  timestamptz not null,
    folded      text        not null
);
create index incoming_search_pairs on incoming_search using gin (search_pairs(folded)) with (fastupdate = off);
comment on index incoming_search_pairs is 'without a pending list: a search never has to read one, and no unlucky command has to empty it';

create function incoming_searched(title text, register_number text, sender_number text, sender_name text, text text) returns text
    language sql immutable parallel safe return
    title || E'\n' || coalesce(register_number, '') || E'\n' || coalesce(sender_number, '') || E'\n' || sender_name || E'\n' || text;

create function incoming_search_write() returns trigger language plpgsql as $$
begin
    insert into incoming_search (document_id, created_at, folded)
    values (new.id, new.delivered_at, search_fold(incoming_searched(new.title, new.register_number, new.sender_number, new.sender_name, new.text)))
    on conflict (document_id) do update set folded = excluded.folded;
    return null;
end $$;

create trigger incoming_search_first after insert on incoming_document
    for each row execute function incoming_search_write();
create trigger incoming_search_again after update on incoming_document
    for each row when ((old.title, old.register_number, old.sender_number, old.sender_name, old.text) is distinct from (new.title, new.register_number, new.sender_number, new.sender_name, new.text))
    execute function incoming_search_write();

insert into incoming_search (document_id, created_at, folded)
select id, delivered_at, search_fold(incoming_searched(title, register_number, sender_number, sender_name, text)) from incoming_document;

create function incoming_containing(pairs text[], words text[]) returns table (document_id uuid, created_at timestamptz, folded text)
    language sql stable parallel safe rows 1000
    -- The one good plan, whatever is asked for: the pairs from the index, exactly (a bitmap that has lost its rows would cut texts again), then the
    -- words in the texts that are left. Walking the newest papers and reading each is quicker for common words and takes seconds for others.
    set enable_seqscan = off
    set enable_indexscan = off
    set work_mem = '64MB'
    as $$
        select s.document_id, s.created_at, s.folded from incoming_search s
        where search_pairs(s.folded) @> pairs and not exists (select from unnest(words) word where strpos(s.folded, word) = 0)
    $$;
