package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * That a matter is tracked for years (长期跟踪).
 *
 * @param milestoneYears in which year each of the milestones is to be reached
 * @param reportMonths a report every so many months, three at most
 * @param reports how many were given
 */
@Table("supervision_tracking")
record Tracking(
        @Id UUID id,
        long version,
        UUID matterId,
        String stageResult,
        List<Integer> milestoneYears,
        List<String> milestones,
        int reportMonths,
        Instant nextReportAt,
        Instant nextWarnAt,
        int reports,
        UUID decidedById,
        Instant decidedAt,
        @Nullable UUID endedById,
        @Nullable Instant endedAt)
        implements Versioned {

    /** The to-do of the next report. */
    static final String REPORT = "TRACKING_REPORT";

    /** What a year is to bring. */
    record Milestone(int year, String goal) {}

    /** What the approver decides. */
    record Terms(String stageResult, List<Milestone> milestones, int reportMonths) {

        String rule() {
            return "SUP_TRACKING_" + reportMonths;
        }
    }

    /** The clock of a report: each has its own, since one ends in the statement that starts the next. */
    static String clock(int report) {
        return REPORT + ":" + report;
    }

    static Tracking of(UUID matter, Terms terms, Deadline next, Command command) {
        return new Tracking(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                matter,
                terms.stageResult(),
                terms.milestones().stream().map(Milestone::year).toList(),
                terms.milestones().stream().map(Milestone::goal).toList(),
                terms.reportMonths(),
                next.currentDueAt(),
                next.warnAt(),
                0,
                command.officer().id(),
                command.now(),
                null,
                null);
    }

    Tracking reported(Deadline next) {
        return changed(next.currentDueAt(), next.warnAt(), reports + 1, null, null);
    }

    Tracking ended(Command command) {
        return changed(nextReportAt, nextWarnAt, reports, command.officer().id(), command.now());
    }

    /** The clock that runs now. */
    String clock() {
        return clock(reports + 1);
    }

    /** The clock that runs once the next report is in. */
    String nextClock() {
        return clock(reports + 2);
    }

    Term term() {
        return new Term(nextReportAt, nextWarnAt, null);
    }

    String rule() {
        return "SUP_TRACKING_" + reportMonths;
    }

    List<Milestone> goals() {
        return IntStream.range(0, milestones.size())
                .mapToObj(i -> new Milestone(milestoneYears.get(i), milestones.get(i)))
                .toList();
    }

    private Tracking changed(Instant dueAt, Instant warnAt, int given, @Nullable UUID by, @Nullable Instant at) {
        return new Tracking(
                id,
                version + 1,
                matterId,
                stageResult,
                milestoneYears,
                milestones,
                reportMonths,
                dueAt,
                warnAt,
                given,
                decidedById,
                decidedAt,
                by,
                at);
    }
}
