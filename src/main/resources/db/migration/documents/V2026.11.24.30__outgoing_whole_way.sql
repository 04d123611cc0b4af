-- The rest of the way of an outgoing document (domain 2.2): what a draft says of itself, co-signing, legality, joint issue, verbal approval, and
-- what becomes of a paper after it was issued.
alter table outgoing_document
    add column subjects               text[]      not null default '{}',
    add column touches_other_powers   boolean     not null default false,
    add column drafted_on_behalf      boolean     not null default false,
    add column major_decision         boolean     not null default false,
    add column special_task           boolean     not null default false,
    add column length_reason          text,
    add column urgency_reason         text,
    add column authorisation          text,
    add column plan_entry_id          uuid,
    add column joint_unit_ids         uuid[]      not null default '{}',
    add column meeting_decision_id    uuid,
    add column passed_on              date,
    add column note                   text,
    add column tracking_criteria      text[]      not null default '{}',
    add column corrects_id            uuid references outgoing_document,
    add column defect_points          text[]      not null default '{}',
    add column hand_changes           text[]      not null default '{}',
    add column opened_by              uuid references person,
    add column opened_at              timestamptz,
    add column withdrawal_reason      text,
    add column withdrawal_asked_at    timestamptz,
    add column over_quota             boolean     not null default false,
    add column quota_approved_by      uuid references person,
    add column order_reason           text,
    add column not_issued_reason      text,
    add column not_issued_note        text,
    add column archived_by            uuid references person,
    add column archived_at            timestamptz,
    add column retention_period       text,
    add column end_basis              text,
    add column end_decided_by         text,
    add column ends_on                date,
    add column ended_by               uuid references person,
    add column ended_at               timestamptz,
    add column replaced_by_id         uuid references outgoing_document,
    add column corrected_by           uuid[]      not null default '{}';
create index outgoing_document_corrects on outgoing_document (corrects_id) where corrects_id is not null;
create index outgoing_document_registered on outgoing_document (numbered_at) where numbered_at is not null;
comment on column outgoing_document.hand_changes is 'words a signer changed while signing; to be applied by the reviewer and confirmed by the signer';
comment on column outgoing_document.drafted_on_behalf is '代拟稿: a department drafts what another body issues';
comment on column outgoing_document.corrected_by is 'issued corrections of this paper; the paper itself is never replaced (差错率)';

create table outgoing_cosign (
    id              uuid primary key,
    version         bigint      not null,
    document_id     uuid        not null references outgoing_document,
    round           int         not null,
    unit_id         uuid        not null references organization,
    question        text        not null,
    asked_hash      text        not null,
    asked_by        uuid        not null references person,
    asked_at        timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    extension_reason text,
    answer          text,
    reason          text,
    answered_by     uuid references person,
    answered_for    uuid references person,
    answered_at     timestamptz,
    escalation      text,
    escalated_by    uuid references person,
    escalated_at    timestamptz,
    lapsed_at       timestamptz,
    unique (document_id, round, unit_id)
);
comment on table outgoing_cosign is '会签: each unit''s question and its answer, bound to the text it was asked about; never deleted, never overwritten';
comment on column outgoing_cosign.lapsed_at is 'the host took the text back before this unit answered; the unit is to be asked again';

create table outgoing_legal_review (
    id           uuid primary key,
    version      bigint      not null,
    document_id  uuid        not null references outgoing_document,
    kind         text        not null,
    materials    text        not null,
    text_hash    text        not null,
    requested_by uuid        not null references person,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    conclusion   text,
    opinion      text,
    given_by     uuid references person,
    given_at     timestamptz,
    lapsed_at    timestamptz
);
create index outgoing_legal_review_of_document on outgoing_legal_review (document_id, requested_at);

create table outgoing_countersigner (
    id           uuid primary key,
    version      bigint not null,
    document_id  uuid   not null references outgoing_document,
    round        int    not null,
    unit_id      uuid   not null references organization,
    state        text   not null,
    person_id    uuid references person,
    decided_by   uuid references person,
    verdict      text,
    mode         text,
    opinion      text,
    decided_hash text,
    decided_at   timestamptz,
    unique (document_id, round, unit_id)
);
comment on table outgoing_countersigner is '联合行文: the other bodies, each signed for by its head; the round is the signing round of the host';

create table outgoing_verbal_approval (
    id           uuid primary key,
    version      bigint      not null,
    document_id  uuid        not null references outgoing_document,
    leader_id    uuid        not null references person,
    caller_id    uuid        not null references person,
    witness_id   uuid        not null references person,
    told_at      timestamptz not null,
    exact_words  text        not null,
    text_hash    text        not null,
    recorded_at  timestamptz not null,
    due_at       timestamptz not null,
    result       text,
    result_words text,
    decided_at   timestamptz
);
create index outgoing_verbal_approval_of_document on outgoing_verbal_approval (document_id, recorded_at);
comment on table outgoing_verbal_approval is '电话请示、先办后补签: pending while result is null';

create table void_number (
    id              uuid primary key,
    document_id     uuid        not null references outgoing_document,
    issuer_code     text        not null,
    number_year     int         not null,
    number_sequence int         not null,
    document_number text        not null unique,
    reason          text        not null,
    voided_by       uuid        not null references person,
    voided_at       timestamptz not null
);
comment on table void_number is '空号: numbers given to papers that were never issued; such a number is never given again';

create table issue_plan_entry (
    id         uuid primary key,
    version    bigint      not null,
    year       int         not null,
    unit_id    uuid        not null references organization,
    title      text        not null,
    reason     text        not null,
    entered_by uuid        not null references person,
    entered_at timestamptz not null
);
create index issue_plan_entry_of_year on issue_plan_entry (year, entered_at);
comment on table issue_plan_entry is '发文立项: the papers a unit may draft this year, asked for where the year plan is switched on';

alter table outgoing_signer add column decided_by uuid references person;
comment on column outgoing_signer.decided_by is 'who pressed: the person of the seat, or his delegate on behalf of him';

alter table document_delivery
    add column end_noted_at timestamptz,
    add column end_noted_by uuid references person;
comment on column document_delivery.end_noted_at is 'when the unit took note that the paper was revoked, repealed or superseded';

insert into deadline_rule (rule_id, version, step, unit, amount, cut_off, basis) values
    ('DOC_COSIGN_EXTENSION', 1, '会签延期', 'WORKING_DAY', 2, 'OFFICE_CLOSE', '地方会签时限规定');
