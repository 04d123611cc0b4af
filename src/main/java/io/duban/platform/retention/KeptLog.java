package io.duban.platform.retention;

import java.time.Period;
import java.util.List;

/** A table that only grows. */
enum KeptLog {
    EVENTS("event_log", "xid, position"),
    AUDIT("audit_row", "chain, seq");

    static final List<KeptLog> ALL = List.of(values());

    private final String table;
    private final String order;

    KeptLog(String table, String order) {
        this.table = table;
        this.order = order;
    }

    static KeptLog of(String table) {
        return ALL.stream().filter(kept -> kept.table.equals(table)).findFirst().orElseThrow();
    }

    String table() {
        return table;
    }

    /** The order in which its rows follow one another. */
    String order() {
        return order;
    }

    /** How long it keeps what it has. */
    Period keeps(RetentionSettings settings) {
        return this == EVENTS ? settings.events() : settings.audit();
    }
}
