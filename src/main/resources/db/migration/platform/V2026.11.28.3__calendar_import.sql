-- A year's arrangement is imported as data and may be corrected; what open clocks make of it is written down (domain 0.3).
create table work_calendar_notice (
    id          uuid primary key,
    version     bigint      not null,
    year        int         not null unique,
    revision    int         not null,
    title       text        not null,
    number      text,
    issued_on   date,
    imported_at timestamptz not null,
    imported_by uuid references person
);
comment on table work_calendar_notice is 'one row for each year whose State Council notice is loaded; any other year is provisional';
comment on column work_calendar_notice.revision is 'n of the calendar version 2026.n; the days of each version stay';

insert into work_calendar_notice (id, version, year, revision, title, issued_on, imported_at)
select gen_random_uuid(), split_part(version, '.', 2)::bigint, year, split_part(version, '.', 2)::int, notice,
       case year when 2026 then date '2025-11-04' end, now()
from work_calendar_year;

drop table work_calendar_year;
create view work_calendar_year as
select year, year || '.' || revision as version, title as notice from work_calendar_notice;

alter table work_calendar_day drop constraint work_calendar_day_pkey;
alter table work_calendar_day add primary key (day, version);
alter table work_calendar_day drop column notice;
comment on table work_calendar_day is
    'days that differ from the plain week: OFF 放假, WORK 调休上班; those in force are of the version in work_calendar_year';

alter table deadline
    add column shorter_due_at      timestamptz,
    add column shorter_warn_at     timestamptz,
    add column shorter_original_at timestamptz,
    add column shorter_year        int;
comment on column deadline.shorter_due_at is 'what the calendar would make of it, until the office director has decided';
create index deadline_shorter on deadline (shorter_year, shorter_due_at) where shorter_due_at is not null and satisfied_at is null;
