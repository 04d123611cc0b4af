-- What was taken off a log, where it went, and what goes on without it (ADR 0028).

create table detached_partition (
    name          text primary key,
    log           text        not null,
    until         timestamptz not null,
    row_count     bigint      not null,
    last_xid      xid8,
    last_number bigint,
    detached_at   timestamptz not null default now(),
    file          text,
    sha256        text,
    exported_at   timestamptz,
    dropped_at    timestamptz
);
comment on table detached_partition is 'written just before a partition goes, by the owner of the logs';
comment on column detached_partition.until is 'the log has nothing from before it';
comment on column detached_partition.last_number is 'of event_log: a cursor before (last_xid, last_number) has missed something';

-- The verifier goes on from here where the rows before are gone: each chain's last row of each partition that went.
create table audit_anchor (
    chain          int    not null,
    seq            bigint not null,
    hash           bytea  not null,
    partition_name text   not null references detached_partition,
    primary key (chain, seq)
);
create trigger audit_append_only before update or delete or truncate on audit_anchor
    for each statement execute function audit_is_append_only();

do $$
declare
    kept   text;
    holder text;
begin
    foreach kept in array array['detached_partition', 'audit_anchor'] loop
        for holder in
            select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end
            from pg_class t, aclexplode(t.relacl) g where t.oid = kept::regclass and g.grantee <> t.relowner
        loop
            execute format('revoke insert, update, delete, truncate on %I from %s', kept, holder);
        end loop;
    end loop;
end $$;
