package io.duban.hotline.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The filters of GET requests, and the times in them. */
class RequestFilterTests {

    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    @Property
    void anInstantIsTheSameInEveryZone(
            @ForAll @LongRange(min = -662515200, max = 4133808000L) long second,
            @ForAll @IntRange(min = -12 * 60, max = 14 * 60) int minutes) {
        var offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        var written = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
                .format(Instant.ofEpochSecond(second).atOffset(offset));
        assertThat(W3cTime.read("t", written, false)).isEqualTo(Instant.ofEpochSecond(second));
        assertThat(W3cTime.read("t", written.replace('+', ' '), false)).isEqualTo(Instant.ofEpochSecond(second));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll @LongRange(min = -662515200, max = 4133808000L) long second) {
        var instant = Instant.ofEpochSecond(second);
        assertThat(W3cTime.read("t", W3cTime.write(instant), false)).isEqualTo(instant);
    }

    @Property
    void whateverIsCalledATimeIsReadOrRefused(@ForAll String text) {
        try {
            W3cTime.read("t", text, false);
        } catch (Refusal refusal) {
            assertThat(refusal.pointer()).isEqualTo("t");
        }
    }

    @Property
    void noSpanIsLongerThanNinetyDays(@ForAll @IntRange(min = -5, max = 200) int days) {
        var said = said("start_date=2026-03-01T00:00:00Z&end_date="
                + Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofDays(days)));
        if (days < 0 || days > 90) {
            assertThatThrownBy(() -> RequestFilter.Span.of(said, NOW)).isInstanceOf(Refusal.class);
        } else {
            var span = RequestFilter.Span.of(said, NOW);
            assertThat(Duration.between(span.from(), span.to())).isEqualTo(Duration.ofDays(days));
        }
    }

    @Example
    void whoSaysNothingGetsTheLastNinetyDays() {
        var span = RequestFilter.Span.of(said(""), NOW);
        assertThat(span.to()).isEqualTo(NOW);
        assertThat(span.from()).isEqualTo(NOW.minus(Duration.ofDays(90)));
    }

    @Example
    void oneEndAloneOpensNinetyDays() {
        assertThat(RequestFilter.Span.of(said("end_date=2026-11-01T00:00:00Z"), NOW)
                        .from())
                .isEqualTo("2026-08-03T00:00:00Z");
        assertThat(RequestFilter.Span.of(said("start_date=2026-08-03T00:00:00Z"), NOW)
                        .to())
                .isEqualTo("2026-11-01T00:00:00Z");
    }

    @Example
    void aDayIsADayOfTheOffice() {
        var span = RequestFilter.Span.of(said("start_date=2026-11-01&end_date=2026-11-01"), NOW);
        assertThat(span.from()).isEqualTo("2026-10-31T16:00:00Z");
        assertThat(span.to()).isEqualTo("2026-11-01T15:59:59.999Z");
    }

    @Example
    void timesWithoutAnOffsetAndDaysThatAreNoneAreRefused() {
        for (var time : List.of(
                "2026-11-28T04:00:00", "2026-02-30", "2026-11-28T25:00:00Z", "1948-12-31", "2101-01-01", "yesterday")) {
            assertThatThrownBy(() -> W3cTime.read("t", time, false)).as(time).isInstanceOf(Refusal.class);
        }
    }

    @Example
    void idsOverrideEverythingElse() {
        var filter = RequestFilter.of(said("service_request_id=a,b&status=nonsense&start_date=nonsense"), NOW);
        assertThat(filter).isEqualTo(new RequestFilter(List.of("a", "b"), List.of(), null, null));
    }

    @Example
    void aStatusIsOpenOrClosedOrBoth() {
        assertThat(RequestFilter.of(said("status=open"), NOW).open()).isTrue();
        assertThat(RequestFilter.of(said("status=Closed"), NOW).open()).isFalse();
        assertThat(RequestFilter.of(said("status=open,closed"), NOW).open()).isNull();
        assertThatThrownBy(() -> RequestFilter.of(said("status=fixed"), NOW)).isInstanceOf(Refusal.class);
    }

    private static Parameters said(String query) {
        return Parameters.of(query, "");
    }
}
