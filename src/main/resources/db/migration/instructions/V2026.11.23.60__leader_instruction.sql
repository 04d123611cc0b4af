-- A leader's words (领导批示), until struck off by him (domain 2.3).
create table leader_instruction (
    id              uuid primary key,
    version         bigint      not null,
    status          text        not null,
    leader_id       uuid        not null references person,
    chief           boolean     not null,
    title           text        not null,
    exact_words     text        not null,
    category        text        not null,
    urgency         text        not null,
    report          text,
    recorded_at     timestamptz not null,
    changed_at      timestamptz not null,
    due_at          timestamptz,
    warn_at         timestamptz,
    unit_ids        uuid[]      not null default '{}',
    participant_ids uuid[]      not null default '{}'
);
create index leader_instruction_newest on leader_instruction (recorded_at desc, id desc);

create function instruction_words_are_immutable() returns trigger language plpgsql as $$
begin
    if new.exact_words <> old.exact_words or new.leader_id <> old.leader_id then
        raise exception 'the exact words of an instruction are never edited';
    end if;
    return new;
end $$;
create trigger leader_instruction_words before update on leader_instruction
    for each row execute function instruction_words_are_immutable();
