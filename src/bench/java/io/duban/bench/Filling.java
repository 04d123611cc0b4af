package io.duban.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills a database by copying the rows of tickets that were driven through the API: whatever a command writes is there a million times, and stays so when
 * commands come to write more. The newest {@value #OPEN} are open, as many as an office has on its desks, the others are closed; they lie spread over
 * three years, and over a large unit, a middling one and one that has hardly any.
 */
final class Filling {

    private static final int OPEN = 500;
    private static final int BATCH = 50_000;
    private static final long SPREAD_MILLIS = Duration.ofDays(3 * 365).toMillis();

    /** A version 7 UUID (RFC 9562), as the product would have given then: the index of ids grows at its end. */
    private static final String TICKET_ID =
            "(lpad(to_hex(%s), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid";

    /** Nine of ten at the urban bureau, nearly all others at the housing bureau, one in ten thousand at the water bureau. */
    private static final String UNIT = """
            (case when s.host_unit_id is null then null when n % 10000 = 7 then '01900000-0000-7000-8000-000000000116' \
            when n % 10 = 3 then '01900000-0000-7000-8000-000000000111' else '01900000-0000-7000-8000-000000000112' end)::uuid""";

    /** Kept by triggers on the ticket. */
    private static final List<String> FOLLOWING = List.of("hotline_ticket_reach", "hotline_place");

    private final Office office;
    private final Database database;
    private final long now = System.currentTimeMillis();

    Filling(Office office, Database database) {
        this.office = office;
        this.database = database;
    }

    /** Rows that belong to a ticket by one of their columns. */
    private record Part(String table, String column) {}

    void upTo(int tickets) {
        var there = (int) database.count("select count(*) from hotline_ticket");
        if (there >= tickets) {
            return;
        }
        var closed = office.closed("已办结的样本");
        var open = office.dispatched("在办的样本");
        // Copied audit rows belong to none of the chains that are verified.
        database.execute(
                "alter table audit_row drop constraint if exists audit_row_place",
                "insert into audit_chain (chain, length, prev_head, head) values (1000, 0, '', '') on conflict do nothing");
        var firstOpen = Math.max(there, tickets - OPEN);
        for (int from = there; from < firstOpen; from += BATCH) {
            copy(closed, from, Math.min(from + BATCH, firstOpen), tickets);
        }
        copy(open, firstOpen, tickets, tickets);
        database.execute("vacuum analyze");
    }

    private void copy(String sample, int from, int until, int all) {
        var numbers = "generate_series(%d, %d) n".formatted(from, until - 1);
        var millis = "(%d + %d * n / %d)".formatted(now - SPREAD_MILLIS, SPREAD_MILLIS, all);
        var ticket = TICKET_ID.formatted(millis);
        database.execute(insert(
                new Part("hotline_ticket", "id"),
                sample,
                numbers,
                Map.of(
                        "id",
                        ticket,
                        "ticket_number",
                        "'BX' || lpad(n::text, 12, '0')",
                        "accepted_at",
                        "to_timestamp(%s / 1000.0)".formatted(millis),
                        "host_unit_id",
                        UNIT,
                        "unit_ids",
                        "case when s.host_unit_id is null then s.unit_ids else array[" + UNIT + "] end")));
        for (var part : parts(sample)) {
            database.execute(insert(part, sample, numbers, changed(part, ticket)));
        }
        System.out.printf("%,d of %,d tickets%n", until, all);
    }

    private static Map<String, String> changed(Part part, String ticket) {
        if (part.table.equals("audit_row")) {
            return Map.of(
                    "chain",
                    "1000",
                    "seq",
                    "(select coalesce(max(seq), 0) from audit_row where chain = 1000) + row_number() over ()",
                    part.column,
                    ticket);
        }
        return part.column.equals("id") ? Map.of("id", ticket) : Map.of("id", "gen_random_uuid()", part.column, ticket);
    }

    /** Every table in which the sample has rows, but its own. */
    private List<Part> parts(String sample) {
        return database.list("""
                        select table_name || '.' || column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and not exists (
                              select from pg_inherits where inhrelid = to_regclass(table_name)) and column_name in ('id', 'ticket_id', 'subject_id')
                          and data_type = 'uuid'""").stream()
                .map(name -> new Part(name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1)))
                .filter(part -> !part.table.equals("hotline_ticket") && !FOLLOWING.contains(part.table))
                .filter(part -> !(part.table.equals("event_log") || part.table.equals("audit_row"))
                        || part.column.equals("subject_id"))
                .filter(part -> database.count(
                                "select count(*) from %s where %s = '%s'".formatted(part.table, part.column, sample))
                        > 0)
                .toList();
    }

    private String insert(Part part, String sample, String numbers, Map<String, String> changed) {
        var columns = columns(part.table);
        var values = columns.stream()
                .map(column -> changed.getOrDefault(column, "s." + column))
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from %s s, %s where s.%s = '%s'"
                .formatted(part.table, String.join(", ", columns), values, part.table, numbers, part.column, sample);
    }

    /** What the database gives by itself is left to it. */
    private List<String> columns(String table) {
        return database.list("""
                select column_name from information_schema.columns
                where table_name = '%s' and table_schema = 'public' and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'xid'
                order by ordinal_position""".formatted(table));
    }
}
