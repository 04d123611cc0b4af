-- What only grows, event_log and audit_row, lies in partitions by the time a row was recorded, so that what is old enough goes in one piece and nobody waits for it (ADR 0028).
-- What is there becomes the first partition as it stands: it is read twice, once for its bounds and once for its new key, and not copied.

-- Nobody reads or writes a partition but through its table, whose rights hold for all; what may never be rewritten is not to be rewritten here either.
create function close_partition(log regclass, part regclass) returns void language plpgsql as $$
declare
    holder text;
begin
    for holder in
        select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end
        from pg_class t, aclexplode(t.relacl) g where t.oid = part and g.grantee <> t.relowner
    loop
        execute format('revoke all on %s from %s', part, holder);
    end loop;
    if exists (select from pg_trigger where tgrelid = log and tgname = 'audit_append_only')
            and not exists (select from pg_trigger where tgrelid = part and tgname = 'audit_append_only') then
        execute format('create trigger audit_append_only before update or delete or truncate on %s
                for each statement execute function audit_is_append_only()', part);
    end if;
end $$;

-- Made beside the table and then attached: that waits for no writer, and none waits for it.
create function make_partition(log regclass, since timestamptz, until timestamptz) returns text language plpgsql as $$
declare
    part text := format('%s_%s', log, to_char(since at time zone 'UTC', 'YYYY_MM'));
begin
    execute format('create table %I (like %s including defaults including constraints including storage)', part, log);
    perform close_partition(log, part::regclass);
    execute format('alter table %s attach partition %I for values from (%L) to (%L)', log, part, since, until);
    return part;
end $$;
comment on function make_partition is 'for the owner of the table; its indexes come with it, rights on it nobody gets';

create view log_partition as
select p.relname::text as log, c.relname::text as name,
       (regexp_match(b.bounds, 'FROM \(''([^'']+)''\)'))[1]::timestamptz as since,
       (regexp_match(b.bounds, 'TO \(''([^'']+)''\)'))[1]::timestamptz as until
from pg_inherits i
join pg_class p on p.oid = i.inhparent and p.relkind = 'p' and p.relnamespace = current_schema()::regnamespace
join pg_class c on c.oid = i.inhrelid and c.relkind = 'r'
cross join lateral (select pg_get_expr(c.relpartbound, c.oid) as bounds) b
where not i.inhdetachpending;
comment on view log_partition is 'what is attached; since is null for the first, which has no lower bound';

create function lay_in_partitions(log text, key text) returns void language plpgsql as $$
declare
    first   text := log || '_first';
    newest  timestamptz;
    made    record;
begin
    execute format('select max(recorded_at) from %I', log) into newest;
    execute format('alter table %I rename to %I', log, first);
    execute format('alter table %I drop constraint %I', first, log || '_pkey');
    execute format('create table %I (like %I including defaults including constraints including comments including storage)
            partition by range (recorded_at)', log, first);
    execute format('comment on table %I is %L', log, 'in partitions by recorded_at; see log_partition');
    for made in
        select c.relname as name, pg_get_indexdef(x.indexrelid) as definition
        from pg_index x join pg_class c on c.oid = x.indexrelid where x.indrelid = first::regclass
    loop
        execute format('alter index %I rename to %I', made.name, made.name || '_first');
        execute replace(made.definition, format('.%I USING', first), format('.%I USING', log));
    end loop;
    execute format('alter table %I add primary key (%s)', log, key);

    -- Its rights, no more and no fewer: default privileges may have given others.
    for made in
        select distinct case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as holder
        from pg_class t, aclexplode(t.relacl) g where t.oid = log::regclass and g.grantee <> t.relowner
    loop
        execute format('revoke all on %I from %s', log, made.holder);
    end loop;
    for made in
        select g.privilege_type as privilege, case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end as holder
        from pg_class t, aclexplode(t.relacl) g where t.oid = first::regclass and g.grantee <> t.relowner
    loop
        execute format('grant %s on %I to %s', made.privilege, log, made.holder);
    end loop;

    -- Its end lies ahead of everything that is being written: the product makes the next ones before that.
    execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', log, first,
            (date_trunc('month', greatest(now(), newest) at time zone 'UTC') + interval '2 months') at time zone 'UTC');
    perform close_partition(log::regclass, first::regclass);
end $$;

do $$
declare
    reached bigint := nextval(pg_get_serial_sequence('event_log', 'position'));
begin
    alter table event_log alter position drop identity;
    perform lay_in_partitions('event_log', 'position, recorded_at');
    execute format('alter table event_log alter position add generated always as identity (start with %s)', reached);
end $$;

-- The row names the chain it was counted in by the same statement; a foreign key would lock the heads of all chains whenever a partition comes or goes.
alter table audit_row drop constraint audit_row_chain_fkey;
select lay_in_partitions('audit_row', 'chain, seq, recorded_at');
create trigger audit_append_only before update or delete or truncate on audit_row
    for each statement execute function audit_is_append_only();

drop function lay_in_partitions;
