-- What units feed back to the office, and in which instruction a leader wrote again.
alter table leader_instruction add continued_by_id uuid references leader_instruction deferrable initially deferred;

create table instruction_feedback (
    id              uuid primary key,
    version         bigint      not null,
    instruction_id  uuid        not null references leader_instruction,
    unit_id         uuid        not null references organization,
    kind            text        not null check (kind in ('STAGE', 'FINAL')),
    text            text        not null,
    submitted_by_id uuid        not null references person,
    submitted_at    timestamptz not null,
    state           text        not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED')),
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    defects         text
);
create index instruction_feedback_of on instruction_feedback (instruction_id, submitted_at);
create unique index instruction_feedback_one_waits on instruction_feedback (instruction_id, unit_id) where state = 'SUBMITTED';
