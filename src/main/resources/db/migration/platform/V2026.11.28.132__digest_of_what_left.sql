-- What was taken off a log is known by more than its number of rows: neither its table nor its file is trusted whose rows are others (ADR 0036).

create function table_digest(part regclass) returns numeric
    language plpgsql stable
    set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex' set extra_float_digits = 1 as $$
declare
    digest numeric;
begin
    execute format('select coalesce(sum((''x'' || encode(substr(sha256(convert_to(e::text, ''UTF8'')), 1, 8), ''hex''))::bit(64)::bigint), 0) from %s e', part)
        into digest;
    return digest;
end $$;
comment on function table_digest is 'the same for the same rows in any order: the sum of 64 bits of the SHA-256 of each';

alter table detached_partition add column digest numeric;
comment on column detached_partition.digest is 'table_digest when it left; null for what left before that was computed';
