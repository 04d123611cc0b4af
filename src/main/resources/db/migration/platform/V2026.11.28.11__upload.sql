-- An upload under way: which declaration's bytes are being sent, and until when they are waited for. How many are here is told by the part file.
create table upload (
    id           uuid primary key references declared_file,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    refused_code text,
    refused_at   timestamptz
);
create index upload_by_expiry on upload (expires_at) where refused_code is null;
comment on column upload.refused_code is 'why the bytes that came were thrown away; stays until they are sent anew, for a phone that missed the answer';
