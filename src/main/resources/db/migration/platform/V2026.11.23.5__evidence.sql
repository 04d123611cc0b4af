-- Photos and attachments: the row makes the stored bytes visible, so it is written in the command's own statement (domain 0.7).
create table stored_file (
    id              uuid primary key,
    storage_key     text        not null unique,
    sha256          text        not null,
    media_type      text        not null,
    size_bytes      bigint      not null,
    file_name       text,
    received_at     timestamptz not null,
    received_by     uuid        not null references person,
    subject_type    text        not null,
    subject_id      uuid        not null,
    purpose         text,
    captured_at     timestamptz,
    latitude        double precision,
    longitude       double precision,
    accuracy_metres double precision,
    datum           text,
    exif_time       timestamptz,
    width           int,
    height          int,
    flags           text[]      not null default '{}',
    note            text
);
create index stored_file_by_sha256 on stored_file (sha256);
create index stored_file_by_subject on stored_file (subject_id, received_at);
comment on column stored_file.storage_key is 'random; bytes in storage that no row names after 24 hours are removed';
comment on column stored_file.captured_at is 'the device''s claim; what counts is received_at';
comment on column stored_file.flags is 'TIME_SUSPECT, DUPLICATE_IMAGE: for whoever judges the evidence, no refusal';
