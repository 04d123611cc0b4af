-- An audit row stands in a chain that is verified, at a place that is; heads are moved, never made or taken away (ADR 0036).

-- Not valid: a row that somebody put elsewhere before must be told, not keep the product from starting, and a long trail is not read here.
alter table audit_row add constraint audit_row_place check (chain between 0 and 15 and seq > 0) not valid;

do $$
declare
    holder text;
begin
    for holder in
        select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end
        from pg_class t, aclexplode(t.relacl) g where t.oid = 'audit_chain'::regclass and g.grantee <> t.relowner
    loop
        execute format('revoke insert, delete, truncate on audit_chain from %s', holder);
    end loop;
end $$;
