package io.duban.supervision.figures;

import io.duban.support.DemoDistrict;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter of days long gone with its history, written beside the application: its figures need no journey. Instants are those of ISO 8601. It has
 * a state in which no sweep looks for it and no first screen counts it.
 */
final class PastMatter {

    private static final String LONG_AGO = "2009-01-05T01:00:00Z";

    private final TestDatabase database;
    private final UUID id = UUID.randomUUID();

    private PastMatter(TestDatabase database) {
        this.database = database;
    }

    static PastMatter of(TestDatabase database) {
        return of(database, "STRUCK_OFF", true);
    }

    static PastMatter of(TestDatabase database, String status, boolean physicalResult) {
        var matter = new PastMatter(database);
        database.execute("""
                insert into supervision_matter (id, version, status, kind, basis, basis_evidence, title, acceptance_criteria, object_unit_ids,
                    urgency, physical_result, created_at, changed_at)
                values ('%s', 1, '%s', 'ROUTINE', 'CHIEF_INSTRUCTION', '据', '题', '{做到}', '{}', 'NORMAL', %s, '%s', '%s')""".formatted(matter.id, status, physicalResult, LONG_AGO, LONG_AGO));
        return matter;
    }

    UUID id() {
        return id;
    }

    /** What the log says of it; in the order it happened. */
    PastMatter event(String verb, String at) {
        database.execute("""
                insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission)
                values (gen_random_uuid(), 'supervision.matter.%s', '%s', 'supervision.matter', '%s', 1, '题', 'INFO', 'supervision:read')""".formatted(verb, at, id));
        return this;
    }

    /** A host's part. */
    Part host(UUID unit) {
        return part(unit, "HOST", "ACCEPTED");
    }

    Part part(UUID unit, String duty, String status) {
        var part = UUID.randomUUID();
        database.execute("""
                insert into supervision_assignment (id, version, matter_id, unit_id, duty, status, round, original_due_at, due_at, warn_at, percent)
                values ('%s', 1, '%s', '%s', '%s', '%s', 1, '%s', '%s', '%s', 0)""".formatted(part, id, unit, duty, status, LONG_AGO, LONG_AGO, LONG_AGO));
        return new Part(part, unit);
    }

    /** A numbered notice to the units that have a part. */
    PastMatter notice(String kind, String at) {
        var number = Math.abs(id.hashCode() % 1_000_000) + 1_000;
        database.execute("""
                insert into supervision_notice (id, matter_id, kind, year, number, label, requirement, signed_by_id, issued_by_id, issued_at)
                values (gen_random_uuid(), '%s', '%s', 2009, %d, '号', '请办', '%s', '%s', '%s')""".formatted(id, kind, number, DemoDistrict.DIRECTOR, DemoDistrict.DIRECTOR, at));
        return this;
    }

    /** @param recorded null: somebody went there and has handed in nothing yet */
    PastMatter visit(UUID unit, String begun, @Nullable String recorded) {
        database.execute("""
                insert into field_inspection (id, version, matter_id, title, status, place, author_id, begun_at, recorded_at, record_id, hazard,
                    unit_id, changed_at)
                values (gen_random_uuid(), 1, '%s', '题', 'CLOSED', '地', '%s', '%s', %s, gen_random_uuid(), false, '%s', '%s')""".formatted(id, DemoDistrict.SUPERVISOR, begun, quoted(recorded), unit, begun));
        return this;
    }

    /** @param satisfied null: it still runs */
    void clock(String step, String trigger, String original, String current, @Nullable String satisfied) {
        database.execute("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, satisfied_at, warned_at, overdue_at)
                values (gen_random_uuid(), 'supervision.matter', '%s', '%s', 'SUP_NORMAL', 1, '2026.1', '%s', '%s', '%s', '%s', false, %s,
                    now(), now())""".formatted(id, step, trigger, original, current, original, quoted(satisfied)));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "null" : "'" + value + "'";
    }

    /** What one unit has to do in it. */
    final class Part {

        private final UUID part;
        private final UUID unit;

        private Part(UUID part, UUID unit) {
            this.part = part;
            this.unit = unit;
        }

        /** @param stopped null: it still runs */
        Part clock(String trigger, String due, @Nullable String stopped) {
            return clock(trigger, due, due, stopped);
        }

        Part clock(String trigger, String original, String current, @Nullable String stopped) {
            return other("HANDLE", trigger, original, current, stopped);
        }

        /** Another clock than that of the result. */
        Part other(String step, String trigger, String original, String current, @Nullable String stopped) {
            PastMatter.this.clock(step + ":" + unit, trigger, original, current, stopped);
            return this;
        }

        /** @param verdict null: nobody has reviewed it */
        Part handIn(int round, int attempt, String at, @Nullable String verdict, @Nullable String reviewed) {
            database.execute("""
                    insert into supervision_final_feedback (id, version, matter_id, assignment_id, unit_id, duty, round, attempt, submitted_at,
                        original_due_at, due_at, verdict, reviewed_at)
                    values (gen_random_uuid(), 1, '%s', '%s', '%s', 'HOST', %d, %d, '%s', '%s', '%s', %s, %s)""".formatted(
                            id, part, unit, round, attempt, at, LONG_AGO, LONG_AGO, quoted(verdict), quoted(reviewed)));
            return this;
        }

        /** Accepted at once. */
        Part accepted(String at) {
            return handIn(1, 1, at, "ACCEPTED", at);
        }

        Part givenAway(String at) {
            database.execute(
                    """
                    insert into supervision_return (id, version, matter_id, assignment_id, unit_id, disputed, reason, words, suggested_unit_id,
                        legal_basis, asked_by_id, asked_at, decision, decided_at)
                    values (gen_random_uuid(), 1, '%s', '%s', '%s', false, 'NOT_MY_DUTY', '非本单位职责', '%s', '据', '%s', '%s', 'REASSIGNED', '%s')""".formatted(id, part, unit, DemoDistrict.HOUSING_BUREAU, DemoDistrict.URBAN_HEAD, at, at));
            return this;
        }

        Part extension(String at, boolean granted) {
            database.execute("""
                    insert into supervision_extension (id, version, matter_id, assignment_id, unit_id, round, reason, done, plan, due_before, until,
                        to_leader, asked_by_id, asked_at, granted)
                    values (gen_random_uuid(), 1, '%s', '%s', '%s', 1, '因', '已办', '拟办', '%s', '%s', false, '%s', '%s', %s)""".formatted(id, part, unit, at, at, DemoDistrict.URBAN_HEAD, at, granted));
            return this;
        }

        Part chase(String channel, String at) {
            database.execute(
                    """
                    insert into supervision_chase (id, matter_id, assignment_id, unit_id, round, chased_by_id, actor_id, channel, to_whom, chased_at,
                        rests_until)
                    values (gen_random_uuid(), '%s', '%s', '%s', 1, '%s', '%s', '%s', '负责人', '%s', '%s')""".formatted(id, part, unit, DemoDistrict.SUPERVISOR, DemoDistrict.SUPERVISOR, channel, at, at));
            return this;
        }

        Part chaseLetter(String at) {
            database.execute("""
                    insert into supervision_chase_letter (id, version, status, matter_id, title, delivered, created_at, changed_at, assignment_id,
                        unit_id, words, proposed_by_id, issued_at)
                    values (gen_random_uuid(), 1, 'SIGNED_FOR', '%s', '题', true, '%s', '%s', '%s', '%s', '请办', '%s', '%s')""".formatted(id, LONG_AGO, LONG_AGO, part, unit, DemoDistrict.SUPERVISOR, at));
            return this;
        }

        /** As the last clock of the result, which stands still since then. */
        Part suspended(String at) {
            return set(
                    "deadline",
                    "suspended_at = '%s'".formatted(at),
                    "subject_id = '%s' and step = 'HANDLE:%s'".formatted(id, unit));
        }

        /** The unit took over from another, and the matter keeps the date it had. */
        Part outerDue(String at) {
            return set("supervision_assignment", "outer_due_at = '%s'".formatted(at), "id = '%s'".formatted(part));
        }

        private Part set(String table, String what, String where) {
            database.execute("update %s set %s where %s".formatted(table, what, where));
            return this;
        }

        PastMatter matter() {
            return PastMatter.this;
        }
    }
}
