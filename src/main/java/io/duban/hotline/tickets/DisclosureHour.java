package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often a person was told who a citizen is, where it was not his work in hand: ten times in any hour (authorization, field sets).
 *
 * @param newest the last ten that count, newest first
 */
record DisclosureHour(List<Counted> newest) {

    static final int MOST = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    /** One that counts; {@code ordinal} is its number among all of this person. */
    record Counted(long ordinal, Instant disclosedAt) {}

    /**
     * The number of the next one.
     *
     * @throws Refusal {@code E_WEB_TOO_MANY_DISCLOSURES}, which says when there is room again
     */
    long next(Instant now) {
        if (newest.size() >= MOST) {
            var free = newest.get(MOST - 1).disclosedAt().plus(HOUR);
            if (free.isAfter(now)) {
                throw Refusal.of(
                                RefusalCode.E_WEB_TOO_MANY_DISCLOSURES,
                                "一小时内查看诉求人信息已达 %d 次,请稍后再查看。".formatted(MOST),
                                "You were told %d citizens within an hour; wait a while.".formatted(MOST))
                        .retryAfter(Duration.between(now, free));
            }
        }
        return newest.isEmpty() ? 1 : newest.get(0).ordinal() + 1;
    }
}
