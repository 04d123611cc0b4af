-- The audit trail is verified piece by piece: how far, and what was found (ADR 0036).

create table audit_bookmark (
    chain    int         not null,
    walk     text        not null,
    seq      bigint      not null,
    hash     bytea       not null,
    began_at timestamptz not null,
    moved_at timestamptz not null,
    ended_at timestamptz,
    key_id   text        not null,
    seal     bytea       not null,
    primary key (chain, walk)
);
comment on table audit_bookmark is 'how far each chain was verified; sealed, so that nobody moves it but the product';
comment on column audit_bookmark.walk is 'ADDED: what was added is verified up to here; WHOLE: the walk over everything has come so far';
comment on column audit_bookmark.ended_at is 'when a walk last came to the end of the chain';
comment on column audit_bookmark.key_id is 'which key made the seal; a bookmark of another key is no bookmark';

create table audit_break (
    chain     int         not null,
    seq       bigint      not null,
    finding   text        not null,
    found_at  timestamptz not null,
    mended_at timestamptz,
    primary key (chain, seq, finding)
);
comment on table audit_break is 'where a chain was found broken; never deleted';
comment on column audit_break.mended_at is 'a walk over everything found the place sound again, or the operator has dealt with what no walk can find sound again';

do $$
declare
    kept   text;
    holder text;
begin
    foreach kept in array array['audit_bookmark', 'audit_break'] loop
        for holder in
            select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end
            from pg_class t, aclexplode(t.relacl) g where t.oid = kept::regclass and g.grantee <> t.relowner
        loop
            execute format('revoke delete, truncate on %I from %s', kept, holder);
        end loop;
    end loop;
end $$;
