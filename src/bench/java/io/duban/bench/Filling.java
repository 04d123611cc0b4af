package io.duban.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills a database by copying the rows of tickets that were driven through the API: whatever a command writes is there a million times, and stays so when
 * commands come to write more. One ticket in two hundred is open, the others are closed; they lie spread over three years, and over a large unit, a
 * middling one and one that has hardly any.
 */
final class Filling {

    private static final int OPEN_ONE_IN = 200;
    private static final int BATCH = 50_000;
    private static final long SPREAD_MILLIS = Duration.ofDays(3 * 365).toMillis();

    /** A version 7 UUID (RFC 9562), as the product would have given then: the index of ids grows at its end. */
    private static final String TICKET_ID =
            "(lpad(to_hex(%s), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid";

    private final Office office;
    private final Database database;
    private final long now = System.currentTimeMillis();

    Filling(Office office, Database database) {
        this.office = office;
        this.database = database;
    }

    void upTo(int tickets) {
        var there = (int) database.count("select count(*) from hotline_ticket");
        if (there >= tickets) {
            return;
        }
        var closed = office.closed("已办结的样本");
        var open = office.dispatched("在办的样本");
        database.execute(
                "insert into audit_chain (chain, length, prev_head, head) values (1000, 0, '', '') on conflict do nothing");
        for (int from = there; from < tickets; from += BATCH) {
            var until = Math.min(from + BATCH, tickets);
            copy(closed, "n %% %d <> 0".formatted(OPEN_ONE_IN), from, until, tickets);
            copy(open, "n %% %d = 0".formatted(OPEN_ONE_IN), from, until, tickets);
            System.out.printf("%,d of %,d tickets%n", until, tickets);
        }
        database.execute("vacuum analyze");
    }

    private void copy(String sample, String which, int from, int until, int all) {
        var numbers = "(select n from generate_series(%d, %d) n where %s) numbers".formatted(from, until - 1, which);
        var millis = "(%d + %d * n / %d)".formatted(now - SPREAD_MILLIS, SPREAD_MILLIS, all);
        var ticket = TICKET_ID.formatted(millis);
        database.execute(
                insert(
                        "hotline_ticket",
                        "id = '" + sample + "'",
                        numbers,
                        List.of(
                                "id",
                                ticket,
                                "ticket_number",
                                "'BX' || lpad(n::text, 12, '0')",
                                "accepted_at",
                                "to_timestamp(%s / 1000.0)".formatted(millis),
                                "host_unit_id",
                                UNIT,
                                "unit_ids",
                                "case when s.host_unit_id is null then s.unit_ids else array[" + UNIT + "] end")),
                insert(
                        "hotline_contact",
                        "ticket_id = '" + sample + "'",
                        numbers,
                        List.of("id", "gen_random_uuid()", "ticket_id", ticket)),
                insert(
                        "deadline",
                        "subject_id = '" + sample + "'",
                        numbers,
                        List.of("id", "gen_random_uuid()", "subject_id", ticket)),
                insert(
                        "todo",
                        "subject_id = '" + sample + "'",
                        numbers,
                        List.of("id", "gen_random_uuid()", "subject_id", ticket)),
                insert(
                        "event_log",
                        "subject_id = '" + sample + "'",
                        numbers,
                        List.of("id", "gen_random_uuid()", "subject_id", ticket)),
                insert(
                        "audit_row",
                        "subject_id = '" + sample + "'",
                        numbers,
                        List.of(
                                "chain",
                                "1000",
                                "seq",
                                "(select coalesce(max(seq), 0) from audit_row where chain = 1000) + row_number() over ()",
                                "subject_id",
                                ticket)));
    }

    /** Nine of ten at the urban bureau, nearly all others at the housing bureau, one in ten thousand at the water company. */
    private static final String UNIT = """
            (case when s.host_unit_id is null then null when n %% 10000 = 7 then '01900000-0000-7000-8000-000000000116' \
            when n %% 10 = 3 then '01900000-0000-7000-8000-000000000111' else '01900000-0000-7000-8000-000000000112' end)::uuid""".formatted();

    private String insert(String table, String sample, String numbers, List<String> changed) {
        var columns = columns(table);
        var values = columns.stream()
                .map(column -> {
                    var at = changed.indexOf(column);
                    return at >= 0 && at % 2 == 0 ? changed.get(at + 1) : "s." + column;
                })
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select %s from %s s, %s where s.%s"
                .formatted(table, String.join(", ", columns), values, table, numbers, sample);
    }

    /** What the database gives by itself is left to it. */
    private List<String> columns(String table) {
        return database.use(connection -> {
            try (var statement = connection.prepareStatement("""
                    select column_name from information_schema.columns
                    where table_name = ? and table_schema = 'public' and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'xid'
                    order by ordinal_position""")) {
                statement.setString(1, table);
                try (var rows = statement.executeQuery()) {
                    var names = new java.util.ArrayList<String>();
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                    return names;
                }
            }
        });
    }
}
