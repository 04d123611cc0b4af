-- Outgoing documents (domain 2.2): the paper, its signing sheet, its text versions, its number and its deliveries.
create table outgoing_document (
    id                uuid primary key,
    version           bigint      not null,
    status            text        not null,
    drafting_unit_id  uuid        not null references organization,
    drafted_by        uuid        not null references person,
    created_at        timestamptz not null,
    unit_head_id      uuid references person,
    author_ids        uuid[]      not null,
    issuer            text        not null,
    doc_type          text        not null,
    direction         text        not null,
    urgency           text        not null,
    title             text        not null,
    text              text        not null,
    main_recipients   uuid[]      not null,
    copy_recipients   uuid[]      not null default '{}',
    disclosure        text        not null,
    disclosure_reason text,
    basis             text        not null,
    normative         boolean     not null,
    numbered          boolean     not null,
    correction_round  int         not null,
    defects           text[]      not null default '{}',
    reviewed_by       uuid references person,
    reviewed_at       timestamptz,
    reviewed_hash     text,
    review_opinion    text,
    important         boolean     not null,
    presented_by      uuid references person,
    signing_round     int         not null,
    rechecked_by      uuid references person,
    reviewer_ids      uuid[]      not null default '{}',
    issuer_code       text,
    number_year       int,
    number_sequence   int,
    document_number   text unique,
    numbered_by       uuid references person,
    numbered_at       timestamptz,
    seal_name         text,
    sealed_copies     int,
    sealed_by         uuid references person,
    sealed_at         timestamptz,
    issued_by         uuid references person,
    issued_at         timestamptz,
    changed_at        timestamptz not null,
    signed_at         timestamptz,
    due_at            timestamptz,
    warn_at           timestamptz,
    withdrawn_reason  text,
    unit_ids          uuid[]      not null,
    participant_ids   uuid[]      not null,
    unique (issuer_code, number_year, number_sequence)
) with (fillfactor = 80);
create index outgoing_document_newest on outgoing_document (created_at desc, id desc);
create index outgoing_document_units on outgoing_document using gin (unit_ids);
create index outgoing_document_participants on outgoing_document using gin (participant_ids);
comment on column outgoing_document.author_ids is 'everybody who wrote or signed off the draft: none of them reviews, signs or rechecks it';
comment on column outgoing_document.reviewed_hash is 'SHA-256 of title and text as the office passed them; only this text may be signed';

create table outgoing_text (
    id          uuid primary key,
    document_id uuid        not null references outgoing_document,
    text_hash   text        not null,
    title       text        not null,
    text        text        not null,
    written_by  uuid        not null references person,
    written_at  timestamptz not null
);
create index outgoing_text_of_document on outgoing_text (document_id, written_at);
comment on table outgoing_text is 'every text there was, never changed: what a reviewer or signer saw can be shown again by its hash';

create table outgoing_edit (
    id          uuid primary key,
    document_id uuid        not null references outgoing_document,
    kind        text        not null,
    what        text        not null,
    edited_by   uuid        not null references person,
    edited_at   timestamptz not null
);
create index outgoing_edit_of_document on outgoing_edit (document_id, edited_at);

create table outgoing_signer (
    id           uuid primary key,
    version      bigint not null,
    document_id  uuid   not null references outgoing_document,
    round        int    not null,
    seat         int    not null,
    person_id    uuid   not null references person,
    added_by     uuid references outgoing_signer,
    position     text   not null,
    opinion_mode text   not null,
    depth        int    not null,
    state        text   not null,
    verdict      text,
    mode         text,
    opinion      text,
    decided_hash text,
    decided_at   timestamptz,
    unique (document_id, round, person_id),
    unique (document_id, round, seat)
);
comment on column outgoing_signer.added_by is 'the signer row that asked for this one; null for the main signer';

create table number_sequence (
    id          uuid primary key,
    version     bigint not null,
    issuer_code text   not null,
    year        int    not null,
    last        int    not null,
    unique (issuer_code, year)
);
comment on table number_sequence is 'the last number given for each issuer code and year; taken and used in one statement, so that there is no gap';

create table document_delivery (
    id          uuid primary key,
    version     bigint      not null,
    document_id uuid        not null references outgoing_document,
    unit_id     uuid        not null references organization,
    sent_at     timestamptz not null,
    due_at      timestamptz not null,
    warn_at     timestamptz not null,
    signed_at   timestamptz,
    signed_by   uuid references person,
    unique (document_id, unit_id)
);
