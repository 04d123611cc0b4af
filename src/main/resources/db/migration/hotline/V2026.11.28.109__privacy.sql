-- Who asks and who reports (domain 0.7, 2.5): where the citizen lives, who was told what of him and why, reporters under their own key.
alter table hotline_ticket
    add column citizen_address   text,
    add column citizen_opened_to uuid references person;
comment on column hotline_ticket.citizen_address is 'where the citizen lives; the place of the demand is another column';
-- Reports from before this stood in clear: SealEarlierReporters takes them away after the last migration, and has the constraint validated.
alter table hotline_ticket add constraint hotline_ticket_names_no_reporter check (
    demand_type <> 'REPORT_WRONGDOING' or (citizen_name is null and citizen_phone is null and citizen_address is null)) not valid;
-- The answers kept for repeated keys had them in clear, too.
delete from idempotency_key where position(convert_to('"REPORT_WRONGDOING"', 'UTF8') in body) > 0;

comment on column hotline_ticket.citizen_opened_to is 'the handler who may have the citizen disclosed although he asked for secrecy';

create table hotline_disclosure (
    id           uuid primary key,
    ticket_id    uuid        not null references hotline_ticket,
    person_id    uuid        not null references person,
    reason       text        not null,
    note         text        not null,
    fields       text[]      not null,
    ordinal      bigint,
    disclosed_at timestamptz not null,
    unique (person_id, ordinal)
);
create index hotline_disclosure_of_ticket on hotline_disclosure (ticket_id);
comment on column hotline_disclosure.ordinal is 'the how many-th of this person that counts against his hour; two at once want the same; null: his work in hand, not counted';
create trigger hotline_disclosure_append_only before update or delete or truncate on hotline_disclosure
    for each statement execute function audit_is_append_only();

create table hotline_citizen_opening (
    id         uuid primary key,
    ticket_id  uuid        not null references hotline_ticket,
    handler_id uuid        not null references person,
    reason     text        not null,
    opened_by  uuid        not null references person,
    opened_at  timestamptz not null
);
create index hotline_citizen_opening_of_ticket on hotline_citizen_opening (ticket_id);
comment on table hotline_citizen_opening is 'why the manager let a handler know who asked that his data be kept secret; another handler is to be let anew';

create table hotline_reporter (
    ticket_id   uuid primary key references hotline_ticket,
    key_id      text        not null,
    nonce       bytea       not null,
    sealed      bytea       not null,
    recorded_at timestamptz not null
);
comment on table hotline_reporter is 'who reported a wrongdoing: AES-256-GCM under duban.reporters.key, bound to the ticket''s id';

create table hotline_report (
    id         uuid primary key references hotline_ticket,
    version    bigint      not null,
    unit_ids   uuid[]      not null,
    person_ids uuid[]      not null,
    named_by   uuid        not null references person,
    named_at   timestamptz not null
);
comment on table hotline_report is 'who is reported; the ticket bears their marks, see recusal(uuid)';
