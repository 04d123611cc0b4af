-- What the supervision office puts in writing beside its notices (domain 2.4.4). Every paper has the same columns at its head: unit_ids is empty
-- until it was delivered, so that no unit reaches a proposal or a draft.
create table supervision_chase_letter (
    id                   uuid primary key,
    version              bigint      not null,
    status               text        not null,
    matter_id            uuid        not null references supervision_matter,
    title                text        not null,
    label                text unique,
    delivered            boolean     not null,
    opinion              text,
    created_at           timestamptz not null,
    changed_at           timestamptz not null,
    due_at               timestamptz,
    unit_ids             uuid[]      not null default '{}',
    participant_ids      uuid[]      not null default '{}',
    assignment_id        uuid        not null references supervision_assignment,
    unit_id              uuid        not null references organization,
    words                text        not null,
    proposed_by_id       uuid        not null references person,
    signed_by_id         uuid references person,
    issued_at            timestamptz,
    rests_until          timestamptz,
    head_signed_by_id    uuid references person,
    head_signed_at       timestamptz,
    liaison_signed_by_id uuid references person,
    liaison_signed_at    timestamptz,
    unique (assignment_id, rests_until)
) with (fillfactor = 80);
create unique index supervision_chase_letter_pending on supervision_chase_letter (assignment_id) where status = 'PROPOSED';
create index supervision_chase_letter_newest on supervision_chase_letter (created_at desc, id desc);
comment on column supervision_chase_letter.rests_until is 'the same for all letters of a working day: there is one for an assignment';

create table supervision_card (
    id               uuid primary key,
    version          bigint      not null,
    status           text        not null,
    colour           text        not null check (colour in ('YELLOW_CARD', 'RED_CARD')),
    matter_id        uuid        not null references supervision_matter,
    title            text        not null,
    label            text unique,
    delivered        boolean     not null,
    opinion          text,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    due_at           timestamptz,
    unit_ids         uuid[]      not null default '{}',
    participant_ids  uuid[]      not null default '{}',
    assignment_id    uuid        not null references supervision_assignment,
    unit_id          uuid        not null references organization,
    clock_id         uuid        not null references deadline,
    reason           text        not null,
    proposed_by_id   uuid references person,
    approved_by_id   uuid references person,
    issued_at        timestamptz,
    object_until     timestamptz,
    signed_for_by_id uuid references person,
    signed_for_at    timestamptz,
    objection        text,
    objected_by_id   uuid references person,
    objected_at      timestamptz,
    ruling           text,
    ruled_by_id      uuid references person,
    ruled_at         timestamptz
) with (fillfactor = 80);
create unique index supervision_card_standing on supervision_card (clock_id, colour) where status not in ('REJECTED', 'WITHDRAWN');
create index supervision_card_of_assignment on supervision_card (assignment_id);
create index supervision_card_newest on supervision_card (created_at desc, id desc);
comment on table supervision_card is 'given to a unit for one part of a matter; counted per person or unit nowhere';
comment on column supervision_card.proposed_by_id is 'null: the red light gave it, where the district switched that on';

create table supervision_bulletin (
    id                 uuid primary key,
    version            bigint      not null,
    status             text        not null,
    matter_id          uuid references supervision_matter,
    title              text        not null,
    label              text unique,
    delivered          boolean     not null,
    opinion            text,
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    due_at             timestamptz,
    unit_ids           uuid[]      not null default '{}',
    participant_ids    uuid[]      not null default '{}',
    text               text        not null,
    tone               text        not null check (tone in ('CRITICISE', 'PRAISE', 'NEUTRAL')),
    named_unit_ids     uuid[]      not null default '{}',
    recipient_unit_ids uuid[]      not null default '{}',
    drafted_by_id      uuid        not null references person,
    submitted_by_id    uuid references person,
    heard_by_id        uuid references person,
    signed_by_id       uuid references person,
    signed_at          timestamptz,
    issued_by_id       uuid references person,
    issued_at          timestamptz,
    card_id            uuid unique references supervision_card,
    corrects_id        uuid references supervision_bulletin,
    effect             text check (effect in ('CORRECT', 'WITHDRAW')),
    hearing_round      int         not null,
    hearing_until      timestamptz,
    corrected_by_id    uuid references supervision_bulletin
) with (fillfactor = 80);
create index supervision_bulletin_newest on supervision_bulletin (created_at desc, id desc);

create table supervision_bulletin_entry (
    id            uuid primary key,
    bulletin_id   uuid        not null references supervision_bulletin,
    hearing_round int         not null,
    step          text        not null,
    unit_id       uuid references organization,
    by_id         uuid        not null references person,
    at            timestamptz not null,
    words         text
);
create index supervision_bulletin_entry_of_bulletin on supervision_bulletin_entry (bulletin_id, at, id);
create unique index supervision_bulletin_comment on supervision_bulletin_entry (bulletin_id, hearing_round, unit_id) where unit_id is not null;
comment on table supervision_bulletin_entry is 'what was said at a step, a named unit''s comment among it; never changed';

create table supervision_bulletin_reading (
    id          uuid primary key,
    bulletin_id uuid        not null references supervision_bulletin,
    unit_id     uuid        not null references organization,
    by_id       uuid        not null references person,
    at          timestamptz not null,
    unique (bulletin_id, unit_id)
);

create table supervision_talk_notice (
    id               uuid primary key,
    version          bigint      not null,
    status           text        not null,
    matter_id        uuid references supervision_matter,
    title            text        not null,
    label            text unique,
    delivered        boolean     not null,
    opinion          text,
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    due_at           timestamptz,
    unit_ids         uuid[]      not null default '{}',
    participant_ids  uuid[]      not null default '{}',
    unit_id          uuid        not null references organization,
    reason           text        not null,
    talk_at          timestamptz not null,
    place            text,
    proposed_by_id   uuid        not null references person,
    approved_by_id   uuid references person,
    issued_at        timestamptz,
    signed_for_by_id uuid references person,
    signed_for_at    timestamptz,
    facts            text,
    measures         text[]      not null default '{}',
    measures_due     date,
    recorded_by_id   uuid references person,
    recorded_at      timestamptz
) with (fillfactor = 80);
create index supervision_talk_notice_newest on supervision_talk_notice (created_at desc, id desc);

create table supervision_clue_transfer (
    id                uuid primary key,
    version           bigint      not null,
    status            text        not null,
    matter_id         uuid references supervision_matter,
    title             text        not null,
    label             text,
    delivered         boolean     not null check (not delivered),
    opinion           text,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    due_at            timestamptz,
    unit_ids          uuid[]      not null default '{}',
    participant_ids   uuid[]      not null default '{}',
    receiver          text        not null check (receiver in ('SUPERVISORY_COMMISSION', 'JUDICIAL_ORGAN')),
    receiving_body    text        not null,
    slip_number       text        not null,
    classified        boolean     not null,
    summary           text check (summary is null or not classified),
    proposed_by_id    uuid        not null references person,
    approved_by_id    uuid references person,
    handed_over_by_id uuid references person,
    handed_over_at    timestamptz,
    received_on       date
) with (fillfactor = 80);
create index supervision_clue_transfer_newest on supervision_clue_transfer (created_at desc, id desc);
comment on column supervision_clue_transfer.slip_number is 'of the paper slip the clue itself is kept with; of what is classified there is nothing else here';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('SUP_CHASE_LETTER', 1, '催办函间隔', 'WORKING_DAY', 1, 'END_OF_DAY', '内部管理要求'),
    ('CARD_RED_OVERDUE', 1, '超期多久可不经黄牌发红牌', 'WORKING_DAY', 3, 'END_OF_DAY', '内部管理要求'),
    ('CARD_DECIDE', 1, '对黄牌、红牌异议的决定', 'WORKING_DAY', 3, 'OFFICE_CLOSE', '内部管理要求'),
    ('BULLETIN_COMMENT', 1, '被点名单位对通报稿的意见', 'WORKING_DAY', 1, 'END_OF_DAY', '内部管理要求');
