-- What statistics need of a subject as it stood at each event, so that the log alone tells every figure (domain 0.5, D5).
alter table event_log add column facts jsonb;
comment on column event_log.facts is 'kinds, dates, outcomes, units and subjects; never a person, never anybody''s words; never on the stream';

create function fact_time(at timestamptz) returns text
    language sql stable strict as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
comment on function fact_time is 'as platform.events.Facts writes instants: they sort as text';

-- A ticket begins few of them in its life; its other events write nothing here.
create index event_log_begun on event_log (occurred_at) where facts ->> 'begun.HANDLE' is not null;
create index event_log_due on event_log ((facts ->> 'due.HANDLE')) where facts ->> 'due.HANDLE' is not null;
create index event_log_hard_listed on event_log (occurred_at) where type = 'hotline.ticket.listedAsHard';
create index event_log_excluded on event_log (subject_id) where type = 'hotline.ticket.excluded';
