package io.duban.hotline.catalog;

import io.duban.platform.problem.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A period that a law gives for handling (法定期限), with the law that gives it. Each is a row of {@code deadline_rule}, so that a deadline is
 * explained by it and counted again when the calendar changes.
 *
 * @param basis the law and its article
 */
public record StatutoryPeriod(int amount, Unit unit, String basis) {

    private static final Map<Unit, Set<Integer>> PERIODS = Map.of(
            Unit.WORKING_DAY, Set.of(3, 5, 7, 10, 15, 20, 30, 45, 60, 90),
            Unit.NATURAL_DAY, Set.of(3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 180),
            Unit.NATURAL_MONTH, Set.of(1, 2, 3, 6, 12));

    /** What it is counted in. */
    public enum Unit {
        WORKING_DAY("WD", "个工作日"),
        NATURAL_DAY("ND", "日"),
        NATURAL_MONTH("MO", "个月");

        private final String suffix;
        private final String word;

        Unit(String suffix, String word) {
            this.suffix = suffix;
            this.word = word;
        }

        /** As it is written in a sheet, such as {@code 15个工作日}. */
        public String word() {
            return word;
        }
    }

    /** Whether there is a rule for it. */
    public boolean hasRule() {
        return PERIODS.getOrDefault(unit, Set.of()).contains(amount);
    }

    /** The amounts there are rules for, in this unit, as a text. */
    public static String known(Unit unit) {
        return new TreeSet<>(PERIODS.getOrDefault(unit, Set.of()))
                .stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    /**
     * The deadline rule of its length.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} at {@code /statutory/amount} when there is none
     */
    public String ruleId() {
        if (!hasRule()) {
            throw Refusal.invalid(
                    "/statutory/amount",
                    "没有该法定期限的时限规则;可用:%s%s。".formatted(known(unit), unit.word()),
                    "No rule has that length; there are " + known(unit) + " of " + unit + ".");
        }
        return "HOT_LAW_" + amount + unit.suffix;
    }
}
