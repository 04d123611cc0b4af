-- What the hotline's figures need beside the log: how the three rates weigh, what the telephone exchange counts, and how a month stood when it
-- was locked.
create table hotline_rate_weights (
    valid_from   date primary key,
    response     numeric(5, 4) not null check (response >= 0),
    resolution   numeric(5, 4) not null check (resolution >= 0),
    satisfaction numeric(5, 4) not null check (satisfaction >= 0),
    check (response + resolution + satisfaction = 1)
);
insert into hotline_rate_weights values ('2000-01-01', 0.30, 0.35, 0.35);

create table hotline_call_day (
    id              uuid primary key,
    version         bigint      not null,
    source          text        not null,
    day             date        not null,
    source_version  bigint      not null,
    offered         bigint      not null,
    connected       bigint      not null check (connected <= offered),
    answered_in_15s bigint      not null check (answered_in_15s <= connected),
    imported_by     uuid        not null references person,
    imported_at     timestamptz not null,
    unique (source, day, source_version)
);
comment on column hotline_call_day.source_version is 'the newest of a day counts';

create table hotline_locked_month (
    id          uuid primary key,
    version     bigint      not null,
    month       date        not null unique,
    locked_at   timestamptz not null,
    recorded_at timestamptz not null,
    figures     jsonb       not null
);
comment on column hotline_locked_month.figures is 'all measures of the month as they stood when it was locked';
