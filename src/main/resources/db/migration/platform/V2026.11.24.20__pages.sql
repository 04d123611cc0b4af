-- Papers as pages: what reading a stored file found. Both tables can be made again from the files at any time.
create table page_reading (
    file_id uuid primary key references stored_file,
    edition text        not null,
    fault   text,
    layout  text check (layout in ('FIXED', 'FLOWED')),
    seals   jsonb       not null default '[]',
    read_at timestamptz not null,
    check ((fault is null) = (layout is not null))
);
comment on table page_reading is 'one row for each file that was read; fault says why it cannot be shown';
comment on column page_reading.edition is 'how it was read, and whose certificates were trusted: another edition is read anew';

create table page_text (
    file_id      uuid             not null references stored_file,
    page         int              not null check (page > 0),
    subject_type text             not null,
    subject_id   uuid             not null,
    width        double precision not null,
    height       double precision not null,
    text         text             not null,
    primary key (file_id, page)
);
create index page_text_by_subject on page_text (subject_id);
comment on table page_text is 'the words of each page, for reading and for the search; subject_* as in stored_file';
comment on column page_text.width is 'millimetres, as is height';
