-- Tables that break every rule of io.duban.compliance that looks at tables.
create table person_usage (person_id uuid, login_count int, online_minutes int, streak_days int);
create table attendance (person_id uuid, punched_at timestamptz);
comment on table attendance is '每日签到';
create table person_track (
    person_id uuid,
    at        timestamptz,
    latitude  double precision not null,
    longitude double precision not null
);
create table proposal_from_partner (source_system text, source_id text);
