-- Conclusions (domain 2.4.1 T10, 2.4.5): whatever changes a finding, an item or an objection also makes the next version of its conclusion and its matter.
create table inspection_conclusion (
    id              uuid primary key,
    version         bigint      not null,
    matter_id       uuid        not null references supervision_matter,
    title           text        not null,
    status          text        not null,
    round           int         not null,
    facts           text        not null,
    author_ids      uuid[]      not null,
    reviewer_ids    uuid[]      not null default '{}',
    opinion         text,
    drafted_at      timestamptz not null,
    issued_at       timestamptz,
    unit_ids        uuid[]      not null,
    participant_ids uuid[]      not null
) with (fillfactor = 80);
create unique index inspection_conclusion_at_work on inspection_conclusion (matter_id) where status <> 'ISSUED';
create index inspection_conclusion_of_matter on inspection_conclusion (matter_id, drafted_at);
comment on column inspection_conclusion.round is 'each writing has its own evidence, findings and items; those of earlier rounds are kept';

create table conclusion_evidence (
    id            uuid primary key,
    conclusion_id uuid not null references inspection_conclusion,
    round         int  not null,
    place_in_list int  not null,
    kind          text not null,
    source_id     uuid not null,
    unit_id       uuid references organization
);
create index conclusion_evidence_of_conclusion on conclusion_evidence (conclusion_id, round, place_in_list);
comment on column conclusion_evidence.unit_id is 'whose word it is; null for what speaks of every object';

create table object_finding (
    id                uuid primary key,
    version           bigint not null,
    conclusion_id     uuid   not null references inspection_conclusion,
    matter_id         uuid   not null references supervision_matter,
    unit_id           uuid   not null references organization,
    title             text   not null,
    round             int    not null,
    edition           int    not null,
    status            text   not null,
    finding           text   not null,
    hearing_kind      text,
    hearing_source_id uuid,
    hearing_statement text,
    heard_at          timestamptz,
    received_at       timestamptz,
    received_by_id    uuid references person,
    object_by         timestamptz,
    participant_ids   uuid[] not null,
    unique (conclusion_id, round, unit_id, edition)
) with (fillfactor = 80);
create index object_finding_of_unit on object_finding (matter_id, unit_id);

create table rectification_item (
    id              uuid primary key,
    version         bigint      not null,
    conclusion_id   uuid        not null references inspection_conclusion,
    matter_id       uuid        not null references supervision_matter,
    finding_id      uuid        not null references object_finding,
    unit_id         uuid        not null references organization,
    title           text        not null,
    round           int         not null,
    status          text        not null,
    what            text        not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    facts           text,
    reported_by_id  uuid references person,
    reported_at     timestamptz,
    reviewed_by_id  uuid references person,
    verified_at     timestamptz,
    note            text,
    participant_ids uuid[]      not null
) with (fillfactor = 80);
create index rectification_item_of_conclusion on rectification_item (conclusion_id, round);

create table conclusion_objection (
    id              uuid primary key,
    version         bigint      not null,
    conclusion_id   uuid        not null references inspection_conclusion,
    matter_id       uuid        not null references supervision_matter,
    finding_id      uuid        not null references object_finding,
    unit_id         uuid        not null references organization,
    title           text        not null,
    status          text        not null,
    grounds         text        not null,
    filed_by_id     uuid        not null references person,
    filed_at        timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    accepted_by_id  uuid references person,
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    reason          text,
    recused_ids     uuid[]      not null,
    participant_ids uuid[]      not null
) with (fillfactor = 80);
create index conclusion_objection_of_conclusion on conclusion_objection (conclusion_id, filed_at);
create index conclusion_objection_of_matter on conclusion_objection (matter_id);
create unique index conclusion_objection_open on conclusion_objection (finding_id) where status in ('FILED', 'ACCEPTED');
comment on column conclusion_objection.recused_ids is 'who took part in the conclusion: they do not handle what is said against it (art. 17)';

-- The day is set with each item; the rule says how long before it the light turns yellow.
insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('SUP_RECTIFY', 1, '督查整改', 'NATURAL_DAY', 30, 'END_OF_DAY', '政府督查工作条例第十八条');
