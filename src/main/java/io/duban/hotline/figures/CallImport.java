package io.duban.hotline.figures;

import static io.duban.platform.identity.Role.HOTLINE_MANAGER;
import static io.duban.platform.identity.Role.INTEGRATION_CLIENT;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes in what the telephone exchanges counted, each day, source and version once (domain 0.10). */
@Component
class CallImport {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final CallDays days;

    CallImport(CallDays days) {
        this.days = days;
    }

    /** What is told of a day. */
    record Told(
            LocalDate day,
            @Nullable String sourceSystem,
            long sourceVersion,
            long offered,
            long connected,
            long answeredWithin15Seconds) {}

    /**
     * {@code E_GEN_SCOPE} for anybody but the manager and a partner; {@code E_GEN_VALIDATION} for a day that is not over, a source that is not the
     * caller's, or numbers that cannot be; {@code E_GEN_IDEMPOTENCY_CONFLICT} for other numbers under a known version.
     */
    Mono<Outcome<CallDay>> take(Told told, Command command) {
        if (!command.officer().has(HOTLINE_MANAGER, INTEGRATION_CLIENT)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "话务数据由热线办负责人或对接系统报送。", "The hotline manager or a partner brings these.");
        }
        var day = day(told, command);
        return days.findBySourceAndDayAndSourceVersion(day.source(), day.day(), day.sourceVersion())
                .doOnNext(known -> requireSame(known, day))
                .map(Outcome::unchanged)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.created(day)));
    }

    private static CallDay day(Told told, Command command) {
        if (!told.day().isBefore(LocalDate.ofInstant(command.now(), OFFICE))) {
            throw Refusal.invalid("/day", "只能报送已经过去的日期。", "Only of a day that is over.");
        }
        if (told.connected() > told.offered()) {
            throw Refusal.invalid("/connected", "接通量不能大于呼入量。", "No more are connected than came in.");
        }
        if (told.answeredWithin15Seconds() > told.connected()) {
            throw Refusal.invalid(
                    "/answeredWithin15Seconds", "15 秒内接听量不能大于接通量。", "No more are answered within 15 s than at all.");
        }
        return new CallDay(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                source(told.sourceSystem(), command.officer().sourceSystem()),
                told.day(),
                told.sourceVersion(),
                told.offered(),
                told.connected(),
                told.answeredWithin15Seconds(),
                command.officer().id(),
                command.now());
    }

    /** A partner speaks for its own system only. */
    private static String source(@Nullable String named, @Nullable String own) {
        if (own == null ? named != null : !own.equals(named)) {
            throw Refusal.invalid(
                    "/sourceSystem",
                    "对接系统须填写本系统的标识,本办人员不填写。",
                    "A partner names its own system, and nobody else names one.");
        }
        return own == null ? CallDay.OFFICE : own;
    }

    private static void requireSame(CallDay known, CallDay told) {
        if (!known.tellsTheSameAs(told)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_IDEMPOTENCY_CONFLICT,
                    "该日该版本的话务数据已报送且内容不同;更正请提高 sourceVersion。",
                    "Other numbers are known of this day and version; raise sourceVersion to correct them.");
        }
    }
}
