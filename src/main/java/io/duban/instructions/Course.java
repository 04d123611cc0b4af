package io.duban.instructions;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/** What became of the words so far, beside their state. */
record Course(
        @Embedded.Empty Hearing hearing,
        @Embedded.Empty Handling handling,
        @Embedded.Empty Report report,
        @Embedded.Empty Ending ending) {

    static final Course NONE = new Course(Hearing.NONE, Handling.NONE, Report.NONE, Ending.NONE);

    Course with(Hearing changed) {
        return new Course(changed, handling, report, ending);
    }

    Course with(Handling changed) {
        return new Course(hearing, changed, report, ending);
    }

    Course with(Report given) {
        return new Course(hearing, handling, given, ending);
    }

    Course with(Ending end) {
        return new Course(hearing, handling, report, end);
    }

    /**
     * How spoken words came to be written, and to whom written ones were delivered.
     *
     * @param saidAt null for words the leader wrote himself
     * @param heardBy names or posts of who heard them
     * @param confirmUntil until when they may be assigned without his tap
     */
    record Hearing(
            @Nullable Instant saidAt,
            @Nullable String heardBy,
            @Nullable UUID writtenDownById,
            @Nullable Instant confirmUntil,
            @Nullable Instant confirmedAt,
            Set<UUID> acknowledgedByIds) {

        static final Hearing NONE = new Hearing(null, null, null, null, null, Set.of());

        static Hearing of(Instant saidAt, String heardBy, UUID writtenDownBy, Instant confirmUntil) {
            return new Hearing(saidAt, heardBy, writtenDownBy, confirmUntil, null, Set.of());
        }

        boolean awaitsConfirmation() {
            return saidAt != null && confirmedAt == null;
        }

        Hearing confirmed(Instant now) {
            return new Hearing(saidAt, heardBy, writtenDownById, confirmUntil, now, acknowledgedByIds);
        }

        Hearing acknowledged(UUID leader) {
            var all = new HashSet<>(acknowledgedByIds);
            all.add(leader);
            return new Hearing(saidAt, heardBy, writtenDownById, confirmUntil, confirmedAt, all);
        }
    }

    /**
     * How the office handles them.
     *
     * @param leadWords what the coordinating leader said
     * @param decompositionId the decomposition that counts
     * @param withPaper the paper they are written on carries the handling
     * @param matterId the supervision matter drafted when they were assigned
     */
    record Handling(
            @Nullable String leadWords,
            @Nullable Instant ledAt,
            @Nullable UUID decompositionId,
            boolean withPaper,
            @Nullable UUID matterId,
            @Nullable Instant dueAt,
            @Nullable Instant warnAt) {

        static final Handling NONE = new Handling(null, null, null, false, null, null, null);

        Handling led(String words, Instant now) {
            return new Handling(words, now, decompositionId, withPaper, matterId, dueAt, warnAt);
        }

        Handling decomposed(@Nullable UUID decomposition) {
            return new Handling(leadWords, ledAt, decomposition, withPaper, matterId, dueAt, warnAt);
        }

        Handling assigned(Deadline due, @Nullable UUID matter) {
            return new Handling(
                    leadWords, ledAt, decompositionId, matter == null, matter, due.currentDueAt(), due.warnAt());
        }
    }

    /**
     * What the office told the leader.
     *
     * @param silentFrom from then on his silence is shown as awaiting strike-off (待销号)
     */
    record Report(
            @Nullable String report,
            @Nullable UUID reportedById,
            @Nullable Instant reportedAt,
            @Nullable Instant silentFrom) {

        static final Report NONE = new Report(null, null, null, null);
    }

    /**
     * How it ended.
     *
     * @param endReason why it was cancelled, or in what words the leader denied having said it
     * @param continuedById the instruction in which the leader wrote again
     */
    record Ending(
            @Nullable String endReason,
            @Nullable UUID endedById,
            @Nullable Instant endedAt,
            @Nullable UUID continuedById) {

        static final Ending NONE = new Ending(null, null, null, null);

        static Ending by(@Nullable String reason, Command command) {
            return new Ending(reason, command.officer().id(), command.now(), null);
        }

        static Ending bySilence(Instant now) {
            return new Ending("领导无新的批示,视为办结", null, now, null);
        }

        Ending continuedBy(UUID child) {
            return new Ending(endReason, endedById, endedAt, child);
        }
    }
}
