-- The bypass ledger is seen by the director, line by line; a host sends a co unit's empty opinion back once; units are chased (催办) by hand.
alter table incoming_document add bypass_seen_by uuid references person;
alter table incoming_document add bypass_seen_at timestamptz;
alter table incoming_document add supervise boolean not null default false;
alter table incoming_document add matter_id uuid;
comment on column incoming_document.supervise is 'the paper is itself a supervision of a superior: with its assignment a matter is drafted';

alter table incoming_assignment add host_return_reason text;
alter table incoming_assignment add host_returned_by uuid references person;
comment on column incoming_assignment.host_return_reason is 'why the host sent the co unit''s opinion back; it does so once';

create table incoming_chase (
    id            uuid primary key,
    document_id   uuid        not null references incoming_document,
    assignment_id uuid        not null references incoming_assignment,
    unit_id       uuid        not null references organization,
    chased_by     uuid        not null references person,
    actor_id      uuid        not null references person,
    channel       text        not null,
    to_whom       text        not null,
    words         text,
    answer        text,
    chased_at     timestamptz not null,
    rests_until    timestamptz not null,
    unique (assignment_id, rests_until)
);
create index incoming_chase_of_document on incoming_chase (document_id, chased_at);
comment on table incoming_chase is 'chased by hand: to whom, through which channel, and what he answered; never changed';
comment on column incoming_chase.rests_until is 'the end of the next working day, on which the unit may be chased again';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('DOC_CHASE', 1, '人工催办间隔', 'WORKING_DAY', 1, 'END_OF_DAY', '内部管理要求'),
    ('DOC_CO_RESUBMIT', 1, '协办意见退回后重报', 'WORKING_DAY', 5, 'END_OF_DAY', '地方督查办法');
