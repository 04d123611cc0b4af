-- Acting for another (委托/代签, domain 0.2): who may act for whom, from when to when, and for what.
create table delegation (
    id             uuid primary key,
    version        bigint      not null,
    principal_id   uuid        not null references person,
    delegate_id    uuid        not null references person,
    valid_from     timestamptz not null,
    valid_to       timestamptz not null,
    presiding      boolean     not null,
    document_kinds text[]      not null default '{}',
    unit_ids       uuid[]      not null default '{}',
    reason         text        not null,
    evidence       text,
    created_by_id  uuid        not null references person,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    ended_by_id    uuid references person,
    end_reason     text,
    constraint delegation_goes_forward check (valid_to > valid_from),
    constraint nobody_is_his_own_delegate check (principal_id <> delegate_id)
);
create index delegation_of_principal on delegation (principal_id, valid_to);
create index delegation_of_delegate on delegation (delegate_id, valid_to);
create index delegation_to_end on delegation (valid_to) where ended_at is null;
comment on column delegation.presiding is '主持工作: only then it covers what the law gives to the chief';
comment on column delegation.document_kinds is 'kinds of paper it is for; empty for all';
comment on column delegation.unit_ids is 'the part of the portfolio it is for; empty for all of it';
comment on column delegation.evidence is 'of his absence, when somebody else than the principal made it';

create table delegation_register (
    id      uuid primary key references person,
    version bigint not null
);
comment on table delegation_register is
    'moves on with every delegation of a principal, so that of two made at once the later one reads the earlier one first';

create view live_mandate as
select id, principal_id, delegate_id, valid_from, valid_to, presiding, document_kinds, unit_ids
from delegation where ended_at is null and valid_from <= now() and valid_to > now();

alter table audit_row add column on_behalf_of uuid;
comment on column audit_row.on_behalf_of is 'the principal, when actor_id acted under a mandate';
comment on column audit_row.actor_id is
    'the person who did it; 00000000-0000-0000-0000-000000000000 for what the product does by itself';
comment on column event_log.on_behalf_of is 'the principal, when actor_id acted under a mandate';
