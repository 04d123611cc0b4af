-- Files named by hash and size before their bytes are sent (domain 0.7, D14): a finding or a feedback is filed in a cellar without network, and is
-- complete when every file it named has arrived.
create table declared_file (
    id               uuid primary key,
    version          bigint      not null,
    subject_type     text        not null,
    subject_id       uuid        not null,
    declared_by      uuid        not null references person,
    declared_at      timestamptz not null,
    intake           text        not null check (intake in ('PHOTO', 'ATTACHMENT')),
    sha256           text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes       bigint      not null check (size_bytes > 0),
    purpose          text,
    file_name        text,
    captured_at      timestamptz,
    latitude         double precision,
    longitude        double precision,
    accuracy_metres  double precision,
    datum            text,
    note             text,
    stored_file_id   uuid unique references stored_file,
    arrived_at       timestamptz,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    check ((stored_file_id is null) = (arrived_at is null)),
    check (arrived_at is null or withdrawn_at is null)
);
create index declared_file_of_subject on declared_file (subject_id, declared_at, id);
create index declared_file_missing on declared_file (declared_by) where arrived_at is null and withdrawn_at is null;
comment on column declared_file.id is 'made by the phone, which sends the declaration again when it has missed the answer';
comment on column declared_file.declared_by is 'who pressed, and the only one who may send the bytes';
