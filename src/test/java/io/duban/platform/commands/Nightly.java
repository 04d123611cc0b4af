package io.duban.platform.commands;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Work of nobody about a subject that is no business of anybody's, for tests of what a command writes beside it. */
record Nightly(Commands commands, DatabaseClient database, UUID subject) {

    static Nightly about(UUID subject, Commands commands, DatabaseClient database) {
        return new Nightly(commands, database, subject);
    }

    void commit(UnaryOperator<Outcome<Finding>> effects) {
        commit(Mono.fromSupplier(() -> effects.apply(outcome())));
    }

    void commit(Mono<Outcome<Finding>> work) {
        commands.unattended("nightlyCheck", work).block();
    }

    Outcome<Finding> outcome() {
        return Outcome.about(new Finding(subject, 1)).inserting(Row.some());
    }

    /** @param table with what must hold, as in {@code "todo where closed_at is null"} */
    long count(String table) {
        return database.sql("select count(*) from " + table + " and subject_id = $1")
                .bind(0, subject)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    void run(String sql) {
        database.sql(sql).bind(0, subject).then().block();
    }

    /** Any row: what is written is not the point. */
    @Table("organization")
    record Row(UUID id, String kind, String name, String shortName) {

        static Row some() {
            return new Row(UUID.randomUUID(), "EXTERNAL_SYSTEM", "无人值守", "无人");
        }
    }

    record Finding(UUID id, long version) implements Subject {

        @Override
        public String subjectType() {
            return "supervision.matter";
        }

        @Override
        public String title() {
            return "无人值守";
        }

        @Override
        public String state() {
            return "FOUND";
        }

        @Override
        public Audience audience() {
            return new Audience("supervision:read", Set.of(), Set.of());
        }

        @Override
        public @Nullable Instant dueAt() {
            return null;
        }

        @Override
        public AlertLight light(Instant at) {
            return AlertLight.NONE;
        }
    }
}
