package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for.
 *
 * @param ids when there are any, nothing else counts
 * @param codes services; empty for all
 * @param open true or false for the open or the closed ones; null for both
 */
record RequestFilter(
        List<String> ids,
        List<String> codes,
        @Nullable Boolean open,
        @Nullable Span span) {

    private static final int MOST_IDS = 1000;

    /** @throws Refusal {@code E_GEN_VALIDATION} for a status, a time or a span that is none */
    static RequestFilter of(Parameters said, Instant now) {
        var ids = said.listed("service_request_id");
        if (ids.size() > MOST_IDS) {
            throw Refusal.invalid(
                    "service_request_id", "一次最多查询 1000 个编号。", "At most 1000 requests can be asked for at once.");
        }
        return ids.isEmpty()
                ? new RequestFilter(List.of(), said.listed("service_code"), open(said), Span.of(said, now))
                : new RequestFilter(ids, List.of(), null, null);
    }

    private static @Nullable Boolean open(Parameters said) {
        var words = said.listed("status").stream().map(String::toLowerCase).toList();
        if (!List.of("open", "closed").containsAll(words)) {
            throw Refusal.invalid("status", "status 须为 open 或 closed。", "status takes open, closed or both.");
        }
        return words.size() == 1 ? words.get(0).equals("open") : null;
    }

    /** From when to when, both included; 90 days at most, and the last 90 for whoever does not say. */
    record Span(Instant from, Instant to) {

        static final Duration LONGEST = Duration.ofDays(90);

        static Span of(Parameters said, Instant now) {
            var start = said.text("start_date")
                    .map(text -> W3cTime.read("start_date", text, false))
                    .orElse(null);
            var end = said.text("end_date")
                    .map(text -> W3cTime.read("end_date", text, true))
                    .orElse(null);
            if (start == null && end == null) {
                return new Span(now.minus(LONGEST), now);
            }
            if (start == null || end == null) {
                return start == null ? new Span(end.minus(LONGEST), end) : new Span(start, start.plus(LONGEST));
            }
            if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
                throw Refusal.invalid(
                        "end_date",
                        "end_date 不得早于 start_date,两者相距不得超过 90 天。",
                        "end_date lies at most 90 days after start_date.");
            }
            return new Span(start, end);
        }
    }
}
