-- The application's role got the rights on tables by default privileges; on what must never be rewritten it keeps only reading and adding.
-- Whoever is named here: neither the roles' names nor their number are the migration's business. The owner is held by the trigger alone.
do $$
declare
    holder record;
begin
    for holder in
        select distinct g.table_name, g.grantee
        from information_schema.role_table_grants g
        join pg_class t on t.oid = to_regclass(quote_ident(g.table_schema) || '.' || quote_ident(g.table_name))
        where g.table_schema = current_schema and g.table_name in ('audit_row', 'flyway_schema_history')
          and g.grantee <> pg_get_userbyid(t.relowner)
    loop
        execute format(
            'revoke update, delete, truncate on %I from %s', holder.table_name,
            case holder.grantee when 'PUBLIC' then 'public' else quote_ident(holder.grantee) end);
        if holder.table_name = 'flyway_schema_history' then
            execute format('revoke insert on flyway_schema_history from %s',
                case holder.grantee when 'PUBLIC' then 'public' else quote_ident(holder.grantee) end);
        end if;
    end loop;
end $$;
