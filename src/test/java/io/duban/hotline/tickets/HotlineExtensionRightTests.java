package io.duban.hotline.tickets;

import static io.duban.platform.problem.RefusalCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.tickets.Demand.DemandType;
import io.duban.hotline.tickets.Handling.UrgencyClass;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** When more time may be asked for: before 17:00 of the day it is due, once, and never past the date from above. */
class HotlineExtensionRightTests {

    /** 24:00 of Monday, 30 November 2026. */
    private static final Instant DUE = OfficeDay.end(LocalDate.of(2026, 11, 30));

    private static final Instant FIVE = Instant.parse("2026-11-30T17:00:00+08:00");
    private static final Instant LATER = OfficeDay.end(LocalDate.of(2026, 12, 4));

    @Example
    void endsAtFiveOfTheDayItIsDue() {
        var right = HotlineExtensionRight.of(ordinary(DUE));
        assertThat(right.isOpen(FIVE.minusMillis(1))).isTrue();
        assertThat(right.isOpen(FIVE)).isFalse();
        assertThat(right.require(LATER, FIVE.minusMillis(1)).dueAt()).isEqualTo(DUE);
        refuses(E_GEN_EXTENSION_LATE, () -> right.require(LATER, FIVE));
        refuses(E_GEN_EXTENSION_LATE, () -> right.require(LATER, DUE.plusSeconds(60)));
    }

    @Example
    void endsWhenItIsDueWhereThatIsEarlier() {
        var noon = Instant.parse("2026-11-30T12:00:00+08:00");
        var right = HotlineExtensionRight.of(ordinary(noon));
        assertThat(right.isOpen(noon.minusMillis(1))).isTrue();
        assertThat(right.isOpen(noon)).isFalse();
    }

    /** Whatever the due time and the present: open exactly before both. */
    @Property
    void isOpenExactlyBeforeBoth(
            @ForAll @LongRange(max = 86_400) long secondOfDay,
            @ForAll @LongRange(min = -90_000, max = 90_000) long from) {
        var due = DUE.minus(Duration.ofDays(1)).plusSeconds(Math.max(1, secondOfDay));
        var now = FIVE.plusSeconds(from);
        assertThat(HotlineExtensionRight.of(ordinary(due)).isOpen(now))
                .isEqualTo(now.isBefore(FIVE) && now.isBefore(due));
    }

    @Example
    void isNeverForConsultationsNorForWhatRunsByTheHour() {
        for (var type : DemandType.values()) {
            for (var urgency : UrgencyClass.values()) {
                var right = HotlineExtensionRight.of(SampleTicket.due(type, urgency, DUE));
                var never = type == DemandType.CONSULTATION
                        || urgency == UrgencyClass.LIFE_SAFETY
                        || urgency == UrgencyClass.RISK
                        || urgency == UrgencyClass.UTILITY;
                assertThat(right.isOpen(FIVE.minusSeconds(1)))
                        .as(type + " " + urgency)
                        .isEqualTo(!never);
                if (never) {
                    refuses(E_HOT_NO_EXTENSION, () -> right.require(LATER, FIVE.plusSeconds(1)));
                }
            }
        }
    }

    @Example
    void isUsedOnceAndMovesOnlyForward() {
        var extended = new Term(null, null, DUE, DUE, DUE, null, true);
        refuses(
                E_GEN_EXTENSION_TWICE,
                () -> HotlineExtensionRight.of(with(extended)).require(LATER, FIVE.minusSeconds(1)));
        refuses(E_GEN_VALIDATION, () -> HotlineExtensionRight.of(ordinary(DUE)).require(DUE, FIVE.minusSeconds(1)));
    }

    @Example
    void neverPassesTheDateFromAbove() {
        var outer = new Term(null, null, DUE, DUE, DUE, LATER, false);
        var right = HotlineExtensionRight.of(with(outer));
        assertThat(right.require(LATER, FIVE.minusSeconds(1)).dueAt()).isEqualTo(DUE);
        refuses(E_GEN_VALIDATION, () -> right.require(LATER.plusMillis(1), FIVE.minusSeconds(1)));
    }

    private static HotlineTicket ordinary(Instant due) {
        return SampleTicket.due(DemandType.COMPLAINT, UrgencyClass.ORDINARY, due);
    }

    private static HotlineTicket with(Term term) {
        return SampleTicket.of(HotlineTicketStatus.IN_PROGRESS, DemandType.COMPLAINT, UrgencyClass.ORDINARY, term);
    }

    private static void refuses(RefusalCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .satisfies(fault -> assertThat(((Refusal) fault).code()).isEqualTo(code));
    }
}
