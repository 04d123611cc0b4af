-- Work that takes longer than a request, and the first of its kind: files of demands.
create table operation (
    id          uuid primary key,
    version     bigint      not null,
    kind        text        not null,
    status      text        not null,
    total       bigint      not null,
    succeeded   bigint      not null,
    unchanged   bigint      not null,
    failed      bigint      not null,
    owner_id    uuid        not null references person,
    held_by     uuid,
    held_until  timestamptz,
    started_at  timestamptz not null,
    changed_at  timestamptz not null,
    finished_at timestamptz
);
create index operation_running on operation (kind, started_at) where status = 'RUNNING';
comment on column operation.held_by is 'the instance that works on it, until held_until or for as long as it says so again';

create table hotline_import (
    id             uuid primary key references operation,
    mapping        text        not null,
    source_system  text        not null,
    template_title text,
    person_id      uuid        not null references person,
    unit_id        uuid        not null references organization,
    content        bytea,
    received_at    timestamptz not null
);
create index hotline_import_kept on hotline_import (id) where content is not null;
comment on column hotline_import.content is 'the file; null when nothing is left to do with it, since it may hold personal data';

create table hotline_import_row (
    import_id     uuid   not null references hotline_import,
    number        bigint not null,
    source_id     text,
    outcome       text   not null,
    ticket_id     uuid references hotline_ticket,
    ticket_number text,
    code          text,
    reason        text,
    primary key (import_id, number)
);
comment on table hotline_import_row is 'what became of a row; written in one statement with its ticket, so that a row without one is still to be done';
