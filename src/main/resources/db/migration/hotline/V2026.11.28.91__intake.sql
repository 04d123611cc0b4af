-- Taking demands in (domain 2.5 T1-T4, T23): what was sent from above, how it was told, what was decided at once, what the manager is to see.

-- Each version a platform above sent, whether it made a round, came late, or closed the ticket.
create table hotline_source_version (
    id             uuid primary key,
    source_system  text        not null,
    source_id      text        not null,
    source_version bigint      not null,
    kind           text        not null,
    late           boolean     not null,
    content_hash   bytea       not null,
    reason         text,
    ticket_id      uuid        not null references hotline_ticket,
    received_at    timestamptz not null
);

-- So far each version was a ticket of its own. The newest one is the ticket now; those before it keep their rows, no longer under the platform's number.
insert into hotline_source_version (id, source_system, source_id, source_version, kind, late, content_hash, ticket_id, received_at)
select gen_random_uuid(), source_system, source_id, source_version, 'DISPATCH', false, source_hash,
       first_value(id) over (partition by source_system, source_id order by source_version desc), accepted_at
from hotline_ticket
where source_system is not null;

update hotline_ticket older
set source_system = null, source_id = null, source_version = null, source_hash = null
where exists (
    select 1 from hotline_ticket newer
    where newer.source_system = older.source_system and newer.source_id = older.source_id and newer.source_version > older.source_version);

create unique index hotline_source_version_once on hotline_source_version (source_system, source_id, source_version, kind);
create index hotline_source_version_of_ticket on hotline_source_version (ticket_id);
drop index hotline_ticket_source;
create unique index hotline_ticket_source on hotline_ticket (source_system, source_id);

-- What of the intake still waits for somebody, so that a phone shows the right buttons.
alter table hotline_ticket
    add column refusal_proposed_by    uuid references person,
    add column refusal_untold         boolean not null default false,
    add column transfer_unacknowledged boolean not null default false,
    add column repeat_unreviewed      boolean not null default false,
    add column calls_unreviewed       boolean not null default false;

-- A closed ticket is taken up again by one ticket at a time; one that came to nothing leaves room for the next.
drop index hotline_ticket_reopened;
create unique index hotline_ticket_reopened_once on hotline_ticket (reopen_of)
    where status not in ('NOT_ACCEPTED', 'WITHDRAWN', 'TERMINATED');
create index hotline_ticket_reopened on hotline_ticket (reopen_of) where reopen_of is not null;

create table hotline_call (
    id             uuid primary key references hotline_ticket,
    version        bigint  not null,
    call_id        uuid    not null,
    caller_key     bytea,
    wants_answer   boolean not null,
    concerned_name text,
    relation       text
);
create index hotline_call_matters on hotline_call (call_id);
create index hotline_call_of_caller on hotline_call (caller_key, id desc) where caller_key is not null;
comment on column hotline_call.call_id is 'the ticket of the first matter told in the same call';
comment on column hotline_call.caller_key is 'HMAC-SHA-256 of the telephone number; the number itself is in no index';

create table hotline_emergency_transfer (
    id              uuid primary key,
    version         bigint      not null,
    ticket_id       uuid        not null references hotline_ticket,
    line            text        not null,
    urgency_class   text        not null,
    transferred_at  timestamptz not null,
    receiver_name   text        not null,
    note            text,
    transferred_by  uuid        not null references person,
    recorded_at     timestamptz not null,
    acknowledged_by uuid references person,
    acknowledged_at timestamptz,
    reported_to     text
);
create index hotline_emergency_transfer_of_ticket on hotline_emergency_transfer (ticket_id);

create table hotline_direct_answer (
    id                uuid primary key,
    ticket_id         uuid        not null references hotline_ticket,
    answer            text        not null,
    knowledge_item_id text        not null,
    answered_by       uuid        not null references person,
    answered_at       timestamptz not null
);
create index hotline_direct_answer_of_ticket on hotline_direct_answer (ticket_id);

create table hotline_refusal (
    id            uuid primary key,
    version       bigint      not null,
    ticket_id     uuid        not null references hotline_ticket,
    reason        text        not null,
    reason_text   text        not null,
    told_path     text        not null,
    proposed_by   uuid        not null references person,
    proposed_at   timestamptz not null,
    decision      text,
    decision_note text,
    decided_by    uuid references person,
    decided_at    timestamptz,
    told_way      text,
    told_at       timestamptz,
    told_by       uuid references person
);
create index hotline_refusal_of_ticket on hotline_refusal (ticket_id, proposed_at desc);

create table hotline_withdrawal (
    id          uuid primary key,
    ticket_id   uuid        not null references hotline_ticket,
    said        text        not null,
    said_at     timestamptz not null,
    recorded_by uuid        not null references person,
    recorded_at timestamptz not null
);
create index hotline_withdrawal_of_ticket on hotline_withdrawal (ticket_id);

create table hotline_caller_alert (
    id                 uuid primary key,
    version            bigint      not null,
    ticket_id          uuid        not null references hotline_ticket,
    kind               text        not null,
    facts              text,
    warning            text,
    earlier_ticket_ids uuid[]      not null default '{}',
    raised_by          uuid        not null references person,
    raised_at          timestamptz not null,
    confirmed          boolean,
    decision_note      text,
    decided_by         uuid references person,
    decided_at         timestamptz
);
create index hotline_caller_alert_of_ticket on hotline_caller_alert (ticket_id, raised_at desc);
