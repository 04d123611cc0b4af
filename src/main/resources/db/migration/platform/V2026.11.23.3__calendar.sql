-- Clocks: one row per running or satisfied deadline of any business (domain 0.3).
create table deadline (
    id               uuid primary key,
    subject_type     text        not null,
    subject_id       uuid        not null,
    step             text        not null,
    rule_id          text        not null,
    rule_version     int         not null,
    calendar_version text        not null,
    trigger_at       timestamptz not null,
    original_due_at  timestamptz not null,
    current_due_at   timestamptz not null,
    warn_at          timestamptz not null,
    provisional      boolean     not null,
    satisfied_at     timestamptz,
    warned_at        timestamptz,
    overdue_at       timestamptz
);
create index deadline_of_subject on deadline (subject_id, step);
create unique index deadline_running_once on deadline (subject_id, step) where satisfied_at is null;
create index deadline_to_warn on deadline (warn_at) where satisfied_at is null and warned_at is null;
create index deadline_to_announce on deadline (current_due_at) where satisfied_at is null and overdue_at is null;
comment on column deadline.overdue_at is 'when RED was said, once';

create table work_calendar_day (
    day     date primary key,
    kind    text not null check (kind in ('OFF', 'WORK')),
    notice  text not null,
    version text not null
);
comment on table work_calendar_day is 'days that differ from the plain week: OFF 放假, WORK 调休上班';

create table work_calendar_year (
    year    int primary key,
    version text not null,
    notice  text not null
);
comment on table work_calendar_year is 'years whose State Council notice is loaded; any other year is provisional';

create table deadline_rule (
    rule_id  text not null,
    version  int  not null,
    step     text not null,
    unit     text not null check (unit in
        ('WORKING_DAY', 'WORKING_HOUR', 'NATURAL_HOUR', 'NATURAL_MINUTE', 'NATURAL_DAY', 'NATURAL_MONTH')),
    amount   int  not null check (amount > 0),
    cut_off  text not null check (cut_off in ('END_OF_DAY', 'OFFICE_CLOSE', 'NONE')),
    basis    text not null,
    primary key (rule_id, version),
    constraint hours_have_no_cut_off
        check ((cut_off = 'NONE') = (unit in ('WORKING_HOUR', 'NATURAL_HOUR', 'NATURAL_MINUTE')))
);
comment on table deadline_rule is 'a version is never changed, since deadlines are explained by it; the newest one starts clocks';

create function clock_verb(step text, verb text) returns text
    language sql immutable as $$
    -- The clock of handling gives the plain verb (overdue); any other step names itself (signForOverdue).
    select case when kind = 'HANDLE' then verb
                else lower(left(camel, 1)) || substr(camel, 2) || upper(left(verb, 1)) || substr(verb, 2) end
    from (select split_part(step, ':', 1) as kind, replace(initcap(replace(split_part(step, ':', 1), '_', ' ')), ' ', '') as camel) s
$$;
