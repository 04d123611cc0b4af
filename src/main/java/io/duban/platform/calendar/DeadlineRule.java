package io.duban.platform.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long one step may take.
 *
 * @param step the work, in the office's own words
 * @param amount of units, at least 1
 * @param basis the regulation or the practice it comes from
 */
public record DeadlineRule(
        String ruleId, int version, String step, DeadlineUnit unit, int amount, CutOff cutOff, String basis) {

    static final String CO_HANDLER = "/CO";
    static final String INNER = "/INNER";
    static final String GIVEN = "/GIVEN";

    private static final Duration HOUR = Duration.ofHours(1);

    public DeadlineRule {
        if (amount < 1) {
            throw new IllegalArgumentException("deadline rule " + ruleId + " allows no time: " + amount);
        }
        if (unit.countsDays() == (cutOff == CutOff.NONE)) {
            throw new IllegalArgumentException("deadline rule " + ruleId + " cannot end " + unit + " by " + cutOff);
        }
    }

    /** Whether this is a newer version of the same rule. */
    public boolean replaces(DeadlineRule other) {
        return ruleId.equals(other.ruleId) && version > other.version;
    }

    /** Working days before due at which the light turns yellow, for a period counted in days. */
    int warnDays() {
        if (unit == DeadlineUnit.NATURAL_MONTH || amount > 15) {
            return 5;
        }
        return amount > 5 ? 2 : 1;
    }

    /** Time before due, in the rule's own kind of hours, at which the light of a shorter period turns yellow. */
    Duration warnTime() {
        Duration length = unit == DeadlineUnit.NATURAL_MINUTE ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
        return Duration.ofMinutes(length.compareTo(HOUR) > 0 ? 30 : 10);
    }

    /** Whether a co-handler cannot be a whole working day earlier than a host under this rule. */
    boolean isOneDay() {
        return unit.countsDays() && unit != DeadlineUnit.NATURAL_MONTH && amount == 1;
    }

    /**
     * What a co-handler of this rule's host gets: 60 % rounded down, at least one unit. Months are shared in days, since
     * 60 % of one month would round down to nothing.
     */
    DeadlineRule share(LocalDate hostTrigger) {
        if (unit == DeadlineUnit.NATURAL_MONTH) {
            long days = ChronoUnit.DAYS.between(hostTrigger, hostTrigger.plusMonths(amount));
            return derived(CO_HANDLER, DeadlineUnit.NATURAL_DAY, sixtyPercent(days));
        }
        return derived(CO_HANDLER, unit, sixtyPercent(amount));
    }

    /** The same period, seen from inside the district while somebody above sets the outer date. */
    DeadlineRule inner() {
        return derived(INNER, unit, amount);
    }

    /** The id under which a clock runs whose date a person set in the place of the rule's. */
    static String given(String ruleId) {
        return withoutSuffix(ruleId) + GIVEN;
    }

    static String withoutSuffix(String ruleId) {
        int suffix = ruleId.indexOf('/');
        return suffix < 0 ? ruleId : ruleId.substring(0, suffix);
    }

    private DeadlineRule derived(String suffix, DeadlineUnit otherUnit, int otherAmount) {
        return new DeadlineRule(ruleId + suffix, version, step, otherUnit, otherAmount, cutOff, basis);
    }

    private static int sixtyPercent(long amount) {
        return (int) Math.max(1, amount * 6 / 10);
    }
}
