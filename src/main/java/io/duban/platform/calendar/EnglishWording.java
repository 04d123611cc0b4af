package io.duban.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** For readers of English; steps and sources of rules stay as the office named them. */
final class EnglishWording implements Wording {

    private static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    @Override
    public String basis(DeadlineRule rule, DeadlineExplanation.Kind kind) {
        String period = rule.amount() + " " + rule.unit().english() + (rule.amount() == 1 ? "" : "s");
        String source = " (rule " + rule.ruleId() + ", version " + rule.version() + ", from: " + rule.basis() + ")";
        return rule.step() + ": "
                + switch (kind) {
                    case CO_HANDLER -> "co-handler's time, 60 % of the host's " + period + " and earlier than the host";
                    case INNER -> "the district's own date, earlier than the one set from above";
                    case GIVEN -> "a date that was given, not the rule's " + period;
                    case PLAIN -> period;
                }
                + source;
    }

    @Override
    public String trigger(Instant at, boolean dayCounts) {
        return "Counted from " + moment(at) + (dayCounts ? "" : ", without that day");
    }

    @Override
    public String remark(LocalDate day, DayKind kind, boolean countsWork) {
        String skipped = countsWork ? ", does not count" : ", goes on to the next day";
        return date(day) + ": " + kind.english() + (kind.isWorking() ? ", counts as a working day" : skipped);
    }

    @Override
    public String provisional(int year) {
        return "The holidays of " + year
                + " are not loaded yet; weekends and statutory days are supposed, and it is counted again when they are";
    }

    @Override
    public String due(String calendarVersion, Instant at) {
        return "By calendar " + calendarVersion + ", due: " + end(at);
    }

    @Override
    public String change(DeadlineChange change) {
        String at = moment(change.changedAt());
        String moved = "due " + end(change.dueAfter()) + " instead of " + end(change.dueBefore());
        return switch (change.kind()) {
            case EXTENDED -> "Extended on " + at + ": " + moved;
            case SUSPENDED ->
                "Suspended from " + (change.suspendedAt() == null ? at : moment(change.suspendedAt())) + " to " + at
                        + ": "
                        + (change.dueBefore().equals(change.dueAfter())
                                ? "nothing that counts went by, the date stays"
                                : "that time is added, " + moved);
            case REPLACED -> "Put under this rule on " + at + ": " + moved;
            case RECOMPUTED -> "Counted again by calendar " + change.calendarVersion() + " on " + at + ": " + moved;
            case KEPT ->
                "Calendar " + change.calendarVersion() + " would make it earlier; the office director decided on " + at
                        + " that it stays: due " + end(change.dueAfter());
        };
    }

    @Override
    public String suspended(Instant since) {
        return "Suspended since " + moment(since) + ", and not yet resumed";
    }

    @Override
    public String dueNow(Instant at) {
        return "Due now: " + end(at);
    }

    @Override
    public String otherCalendar(String version) {
        return "The days above are those of today's calendar " + version;
    }

    @Override
    public String date(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().ordinal()) + " " + day;
    }

    @Override
    public String join(String date, String time) {
        return date + " " + time;
    }
}
