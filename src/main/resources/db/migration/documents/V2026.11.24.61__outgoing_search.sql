-- Outgoing papers as they are searched. Beside the paper and not on it: the paper's row is written at every step, its words only when the text
-- or the number changes. Written by the very statement that changes them.
create table outgoing_search (
    document_id uuid primary key references outgoing_document,
    created_at  timestamptz not null,
    folded      text        not null
);
create index outgoing_search_pairs on outgoing_search using gin (search_pairs(folded)) with (fastupdate = off);
comment on index outgoing_search_pairs is 'without a pending list: a search never has to read one, and no unlucky command has to empty it';

create function outgoing_searched(title text, document_number text, text text) returns text
    language sql immutable parallel safe return
    title || E'\n' || coalesce(document_number, '') || E'\n' || text;

create function outgoing_search_write() returns trigger language plpgsql as $$
begin
    insert into outgoing_search (document_id, created_at, folded)
    values (new.id, new.created_at, search_fold(outgoing_searched(new.title, new.document_number, new.text)))
    on conflict (document_id) do update set folded = excluded.folded;
    return null;
end $$;

create trigger outgoing_search_first after insert on outgoing_document
    for each row execute function outgoing_search_write();
create trigger outgoing_search_again after update on outgoing_document
    for each row when ((old.title, old.document_number, old.text) is distinct from (new.title, new.document_number, new.text))
    execute function outgoing_search_write();

insert into outgoing_search (document_id, created_at, folded)
select id, created_at, search_fold(outgoing_searched(title, document_number, text)) from outgoing_document;

create function outgoing_containing(pairs text[], words text[]) returns table (document_id uuid, created_at timestamptz, folded text)
    language sql stable parallel safe rows 1000
    -- The one good plan, whatever is asked for: the pairs from the index, exactly (a bitmap that has lost its rows would cut texts again), then the
    -- words in the texts that are left. Walking the newest papers and reading each is quicker for common words and takes seconds for others.
    set enable_seqscan = off
    set enable_indexscan = off
    set work_mem = '64MB'
    as $$
        select s.document_id, s.created_at, s.folded from outgoing_search s
        where search_pairs(s.folded) @> pairs and not exists (select from unnest(words) word where strpos(s.folded, word) = 0)
    $$;
