package io.duban.bench;

/** Tickets copied row by row from one that an agent took down, with ids and numbers that follow from a count, so that pgbench can name them too. */
public final class Pool {

    public static final String ID = "01900000-0000-7000-9000-";
    public static final String NUMBER = "BX";

    private static final int BATCH = 20_000;

    private static final String COPY = """
            create or replace function bench_pool(sample uuid, first int, until int) returns void language plpgsql as $$
            declare part record; names text; given text;
            begin
              for part in select c.table_name, c.column_name from information_schema.columns c join information_schema.tables using (table_schema, table_name)
                  where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('id', 'ticket_id', 'subject_id') and data_type = 'uuid'
                    and not (select relispartition from pg_class where oid = quote_ident(c.table_name)::regclass)
                    and table_name not in ('hotline_ticket_reach', 'hotline_place', 'audit_row') and (table_name <> 'event_log' or column_name <> 'id')
                  order by table_name <> 'hotline_ticket'
              loop
                select string_agg(column_name, ', ' order by ordinal_position),
                       string_agg(case when column_name = part.column_name then 'p.id' when column_name = 'id' then 'gen_random_uuid()'
                           when column_name = 'ticket_number' then quote_literal('BX') || ' || lpad(n::text, 12, ''0'')' else 's.' || column_name end, ', '
                           order by ordinal_position)
                  into names, given from information_schema.columns
                  where table_schema = 'public' and table_name = part.table_name and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'xid';
                execute format('insert into %I (%s) select %s from %I s,
                    (select n, (''01900000-0000-7000-9000-'' || lpad(n::text, 12, ''0''))::uuid as id from generate_series(%s, %s) n) p where s.%I = %L',
                    part.table_name, names, given, part.table_name, first, until - 1, part.column_name, sample);
              end loop;
            end $$""";

    private final Database database;
    private final String sample;
    private int made;

    /** @param sample the id of the ticket that is copied; those of an earlier run are there still */
    public Pool(Database database, String sample) {
        this.database = database;
        this.sample = sample;
        this.made = Integer.parseInt(
                database.list("select count(*) from hotline_ticket where ticket_number like '%s%%'".formatted(NUMBER))
                        .get(0));
        database.execute(COPY);
    }

    public static String id(long number) {
        return ID + "%012d".formatted(number);
    }

    /** How many there are: the number of the next. */
    public long made() {
        return made;
    }

    /** Sees to it that there are tickets up to this number. */
    public void upTo(long number) {
        while (made < number) {
            database.execute("select bench_pool('%s', %d, %d)".formatted(sample, made, made + BATCH));
            made += BATCH;
        }
        database.execute("vacuum analyze");
    }
}
