package io.duban.support;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A leader's words with their feedback clock, written beside the application: figures of days long gone need no journey. */
public final class HandwrittenInstruction {

    private HandwrittenInstruction() {}

    /**
     * @param due when the feedback was due, as an instant of ISO 8601
     * @param reported when the leader had it; null when he never had
     */
    public static UUID of(TestDatabase database, UUID leader, String due, @Nullable String reported, UUID... units) {
        var id = UUID.randomUUID();
        var given = List.of(units).stream().map(unit -> "'" + unit + "'").toList();
        database.execute("""
                insert into leader_instruction (id, version, status, leader_id, chief, title, exact_words, category, urgency, recorded_at,
                    changed_at, unit_ids, participant_ids)
                values ('%s', 1, 'REPORTED', '%s', false, '题', '请办', 'ACT', 'NORMAL', now(), now(), array[%s]::uuid[], '{}')""".formatted(id, leader, String.join(",", given)));
        database.execute("""
                insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                    current_due_at, warn_at, provisional, satisfied_at, warned_at, overdue_at)
                values (gen_random_uuid(), 'instruction.leader', '%s', 'HANDLE', 'INS_NORMAL', 1, '2026.1', '%s', '%s', '%s', '%s', false, %s,
                    now(), now())""".formatted(id, due, due, due, due, reported == null ? "null" : "'" + reported + "'"));
        return id;
    }
}
