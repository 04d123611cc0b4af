package io.duban.platform.calendar;

import java.util.Comparator;
import java.util.List;

/**
 * The calendar and the rules as they stood in the database at one moment.
 *
 * @param fingerprint differs whenever anything below differs
 * @param rules all versions: an old deadline is explained by the rule that made it
 */
record Edition(String fingerprint, WorkCalendar calendar, List<DeadlineRule> rules) {

    Edition {
        rules = List.copyOf(rules);
    }

    DeadlineArithmetic arithmetic() {
        return new DeadlineArithmetic(calendar, OfficeHours.USUAL);
    }

    /** The newest version of a rule. */
    DeadlineRule rule(String ruleId) {
        return rules.stream()
                .filter(rule -> rule.ruleId().equals(ruleId))
                .max(Comparator.comparingInt(DeadlineRule::version))
                .orElseThrow(() -> new IllegalStateException("there is no deadline rule " + ruleId));
    }

    /** The rule a deadline was made by, or a share of. */
    DeadlineRule ruleOf(Deadline deadline) {
        return ruleOf(deadline.ruleId(), deadline.ruleVersion());
    }

    /** @param clockRule as a clock names it, with or without a suffix */
    DeadlineRule ruleOf(String clockRule, int version) {
        String ruleId = DeadlineRule.withoutSuffix(clockRule);
        return rules.stream()
                .filter(rule -> rule.ruleId().equals(ruleId) && rule.version() == version)
                .findAny()
                .orElseThrow(() ->
                        new IllegalStateException("there is no version " + version + " of deadline rule " + ruleId));
    }
}
