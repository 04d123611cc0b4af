-- The categories of demands and who handles them (派单目录). An edition is one import and never changes; the catalog says which one is in force.
create table hotline_catalog (
    id             uuid primary key,
    version        bigint  not null,
    edition        integer not null,
    categories     integer not null,
    file_name      text,
    imported_by_id uuid references person,
    imported_at    timestamptz
);
insert into hotline_catalog (id, version, edition, categories) values ('01900000-0000-7000-8000-00000000ca7a', 1, 0, 0);
comment on table hotline_catalog is 'one row; edition 0: nothing is imported, and any category code is taken';

create table hotline_catalog_edition (
    id             uuid primary key,
    edition        integer     not null unique,
    file_name      text        not null,
    entries        jsonb       not null,
    imported_by_id uuid        not null references person,
    imported_at    timestamptz not null
);
