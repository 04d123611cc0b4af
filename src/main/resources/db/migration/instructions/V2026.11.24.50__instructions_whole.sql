-- Instructions as domain 2.3 has them: where the words were written or said, who hears them, how the office handles them, how they end.
alter table leader_instruction
    add parent_id                uuid references leader_instruction,
    add source_kind              text,
    add source_id                uuid,
    add source_title             text,
    add evidence_ids             uuid[]  not null default '{}',
    add leader_due_at            timestamptz,
    add coordinating_leader_id   uuid references person,
    add addressee_ids            uuid[]  not null default '{}',
    add said_at                  timestamptz,
    add heard_by                 text,
    add written_down_by_id       uuid references person,
    add confirm_until            timestamptz,
    add confirmed_at             timestamptz,
    add acknowledged_by_ids      uuid[]  not null default '{}',
    add lead_words               text,
    add led_at                   timestamptz,
    add decomposition_id         uuid,
    add with_paper               boolean not null default false,
    add matter_id                uuid,
    add reported_by_id           uuid references person,
    add reported_at              timestamptz,
    add silent_from              timestamptz,
    add end_reason               text,
    add ended_by_id              uuid,
    add ended_at                 timestamptz;
create index leader_instruction_on_source on leader_instruction (source_id) where source_id is not null;
create index leader_instruction_child on leader_instruction (parent_id) where parent_id is not null;
comment on column leader_instruction.source_id is 'the other module''s own object: a paper, a ticket, a meeting';
comment on column leader_instruction.silent_from is 'from then on the leader''s silence on the report is shown as awaiting strike-off (待销号)';

-- All that a leader said stays as he said it, and so does where and when.
create or replace function instruction_words_are_immutable() returns trigger language plpgsql as $$
begin
    if (new.exact_words, new.leader_id, new.title, new.category, new.urgency, new.source_kind, new.source_id, new.evidence_ids,
            new.leader_due_at, new.coordinating_leader_id, new.addressee_ids, new.recorded_at, new.said_at)
        is distinct from (old.exact_words, old.leader_id, old.title, old.category, old.urgency, old.source_kind, old.source_id,
            old.evidence_ids, old.leader_due_at, old.coordinating_leader_id, old.addressee_ids, old.recorded_at, old.said_at) then
        raise exception 'the exact words of an instruction are never edited';
    end if;
    return new;
end $$;

create table instruction_decomposition (
    id                  uuid primary key,
    version             bigint      not null,
    instruction_id      uuid        not null references leader_instruction deferrable initially deferred,
    unit_ids            uuid[]      not null,
    host_unit_ids       uuid[]      not null,
    acceptance_criteria text[]      not null default '{}',
    physical_result     boolean     not null,
    drafted_by_id       uuid        not null references person,
    drafted_at          timestamptz not null,
    decided_by_id       uuid references person,
    confirmed_at        timestamptz,
    return_reason       text
);
create index instruction_decomposition_of on instruction_decomposition (instruction_id, drafted_at);
comment on table instruction_decomposition is 'who does what until when (任务分解), apart from the words; every draft is kept';

create table instruction_task (
    id               uuid primary key,
    decomposition_id uuid        not null references instruction_decomposition deferrable initially deferred,
    place            int         not null,
    unit_id          uuid        not null,
    role             text        not null check (role in ('HOST', 'CO', 'SEPARATE')),
    requirement      text        not null,
    due_at           timestamptz not null,
    unique (decomposition_id, unit_id)
);

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('INS_SILENCE', 1, '反馈后待销号', 'WORKING_DAY', 3, 'END_OF_DAY', '地方督查时限规定；内部管理要求'),
    ('INS_STAGE', 1, '阶段报告（难件）', 'WORKING_DAY', 5, 'OFFICE_CLOSE', '地方督查时限规定');
