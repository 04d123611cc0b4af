-- Whom a unit named as its liaison officer for supervision (督查联络员) and his deputy; who it was before stays.
create table supervision_liaison (
    id              uuid primary key,
    version         bigint      not null,
    status          text        not null,
    unit_id         uuid        not null references organization,
    liaison_id      uuid        not null references person,
    deputy_id       uuid references person,
    valid_from      date        not null,
    valid_to        date,
    named_by_id     uuid        not null references person,
    named_at        timestamptz not null,
    ended_by_id     uuid references person,
    ended_at        timestamptz,
    end_reason      text,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}',
    check (valid_to is null or valid_to >= valid_from),
    check (deputy_id is null or deputy_id <> liaison_id)
);
create unique index supervision_liaison_named on supervision_liaison (unit_id) where status = 'NAMED';
create index supervision_liaison_newest on supervision_liaison (named_at desc, id desc);
