-- What many tickets have in common (热点, domain 2.5): one row for each category, place and week that stood out.
create table hotline_hotspot (
    id              uuid primary key,
    version         bigint           not null,
    status          text             not null,
    category_code   text             not null,
    place_key       text             not null,
    week            date             not null,
    neighbourhood   text,
    latitude        double precision,
    longitude       double precision,
    tickets         int              not null,
    weekly_mean     double precision not null,
    ground          text             not null,
    detected_at     timestamptz      not null,
    acknowledged_by uuid references person,
    acknowledged_at timestamptz,
    note            text,
    unit_ids        uuid[]           not null default '{}',
    participant_ids uuid[]           not null default '{}'
);
create unique index hotline_hotspot_once on hotline_hotspot (category_code, place_key, week);
create index hotline_hotspot_newest on hotline_hotspot (detected_at desc, id desc);
comment on column hotline_hotspot.week is 'the Monday of the week it was detected in: each cluster is told once a week, however many instances look';
comment on column hotline_hotspot.weekly_mean is 'of the four weeks before the last seven days';
