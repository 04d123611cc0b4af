-- What the live board last said, for the district and for each host unit (board.snapshot, domain 2.5, ADR 0025).
create table hotline_board (
    id              uuid primary key,
    version         bigint      not null,
    unit_id         uuid references organization,
    open            bigint      not null,
    yellow          bigint      not null,
    red             bigint      not null,
    taken_at        timestamptz not null,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}'
);
create unique index hotline_board_of_unit on hotline_board (unit_id) nulls not distinct;
comment on column hotline_board.unit_id is 'null for the whole district';
