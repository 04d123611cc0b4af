-- Attachments as they are searched: page by page, folded and cut as papers are. The folded words stand beside the words they were made of, so
-- that reading a file anew changes both at once.
alter table page_text add column folded text generated always as (search_fold(text)) stored;
create index page_text_pairs on page_text using gin (search_pairs(folded)) with (fastupdate = off);
comment on index page_text_pairs is 'without a pending list, as the indexes of papers are';

create function attachment_containing(pairs text[], words text[], kind text)
    returns table (file_id uuid, page int, document_id uuid, folded text, words_of_page text)
    language sql stable parallel safe rows 1000
    -- The same plan as for papers, for the same reasons.
    set enable_seqscan = off
    set enable_indexscan = off
    set work_mem = '64MB'
    as $$
        select p.file_id, p.page, p.subject_id, p.folded, p.text from page_text p
        where search_pairs(p.folded) @> pairs and p.subject_type = kind
          and not exists (select from unnest(words) word where strpos(p.folded, word) = 0)
    $$;
comment on function attachment_containing(text[], text[], text) is
    'pages of attachments of papers of one kind (document.outgoing, document.incoming) that contain all words; who may see them is asked by the kind';
