package io.duban.platform.persistence;

/** Turns records into the guarded inserts and updates of a {@link Statement}. */
public final class Changes {

    private static final ClassValue<RecordWriter> WRITERS = new ClassValue<>() {
        @Override
        protected RecordWriter computeValue(Class<?> type) {
            return new RecordWriter(type);
        }
    };

    private Changes() {}

    /** Adds an insert of a new record, of any {@code @Table} type. */
    public static void insert(Object record, Statement statement) {
        WRITERS.get(record.getClass()).insert(record, statement);
    }

    /** Adds an update to the record's version; it finds its row only where the version before still stands. */
    public static void update(Versioned record, Statement statement) {
        WRITERS.get(record.getClass()).update(record, statement);
    }
}
