package io.duban.hotline.tickets;

import io.duban.platform.events.Facts;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is asked (诉求), as told.
 *
 * @param title what it is about, without personal data: it travels on the stream
 * @param receivedAt when the citizen called
 */
record Demand(
        Channel channel,
        DemandType demandType,
        String categoryCode,
        String title,
        String words,
        Instant receivedAt,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMetres,
        @Nullable Datum datum,
        boolean keepSecret) {

    /** It travels on the stream, so that a number that leads to a person does not stay in it, whoever wrote it; the words keep it. */
    Demand {
        title = Masking.words(title, number -> Masking.STARS);
    }

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Demands that point at something in the district cannot be handled without a place (domain 2.5 T1). */
    void requirePlace() {
        var pointsAtSomething = demandType == DemandType.COMPLAINT || demandType == DemandType.HELP;
        if (pointsAtSomething && !hasPlace()) {
            throw Refusal.of(
                    RefusalCode.E_HOT_PLACE_REQUIRED,
                    "投诉、求助须写明地点(地址或坐标)。",
                    "A complaint or a call for help needs a place: an address or a point.");
        }
    }

    boolean hasPlace() {
        return address != null && !address.isBlank() || latitude != null;
    }

    /** The dispatcher found out where it is. */
    Demand at(String place) {
        return with(demandType, categoryCode, words, receivedAt, place);
    }

    /** Whether the agent may answer it himself: a report of a wrongdoing is always looked into (domain 2.5 T3). */
    boolean isAnswerable() {
        return demandType != DemandType.REPORT_WRONGDOING;
    }

    /** @throws Refusal {@code E_HOT_CANNOT_ANSWER_DIRECTLY} */
    void requireAnswerable() {
        if (!isAnswerable()) {
            throw Refusal.of(
                    RefusalCode.E_HOT_CANNOT_ANSWER_DIRECTLY,
                    "举报不能即时答复办结,请转派单办理。",
                    "A report of a wrongdoing is not answered on the spot; have it dispatched.");
        }
    }

    /**
     * A call lies not in the future, but for some minutes by which the clock of a desk may be wrong.
     *
     * @throws Refusal {@code E_GEN_VALIDATION}
     */
    static void requireHeard(Instant receivedAt, Instant now) {
        if (receivedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw Refusal.invalid("/receivedAt", "来电时间不能晚于现在。", "The call cannot lie in the future.");
        }
    }

    /**
     * What was done about it was done after the call (to the millisecond, as the contract shows it), and not in the future; by the clock of the same
     * desk.
     *
     * @throws Refusal {@code E_GEN_VALIDATION}
     */
    void requireSince(String pointer, Instant at, Instant now) {
        var called = receivedAt.isAfter(now) ? now : receivedAt;
        if (at.isBefore(called.truncatedTo(ChronoUnit.MILLIS)) || at.isAfter(now.plus(CLOCK_SKEW))) {
            throw Refusal.invalid(pointer, "时间须在来电之后、现在之前。", "It lies between the call and now.");
        }
    }

    /** Whether it reports a wrongdoing (举报), so that nothing on the ticket may say who told it. */
    boolean isReport() {
        return demandType == DemandType.REPORT_WRONGDOING;
    }

    /** What is told anew of a demand told before: a report stays one, whatever it is called now, so that who reported stays sealed (ADR 0022). */
    Demand after(Demand before) {
        return before.isReport() ? with(before.demandType, categoryCode, words, receivedAt, address) : this;
    }

    Demand classifiedAs(String code) {
        return with(demandType, code, words, receivedAt, address);
    }

    void state(Facts facts) {
        facts.with("channel", channel).with("demandType", demandType).with("categoryCode", categoryCode);
    }

    /** The same matter with what is new about it. */
    Demand withNewFacts(String facts, Instant toldAt) {
        return with(demandType, categoryCode, facts, toldAt, address);
    }

    private Demand with(DemandType type, String code, String told, Instant toldAt, @Nullable String where) {
        return new Demand(
                channel,
                type,
                code,
                title,
                told,
                toldAt,
                where,
                latitude,
                longitude,
                accuracyMetres,
                datum,
                keepSecret);
    }

    /** Where it came in. */
    enum Channel {
        HOTLINE_12345,
        CITY_PLATFORM,
        PROVINCE_PLATFORM,
        MAYOR_MAILBOX,
        GOVERNOR_MAILBOX,
        DISTRICT_MAILBOX,
        PUBLIC_PHONE,
        WEB_MESSAGE,
        STATE_COUNCIL_SUPERVISION,
        APP,
        VISIT,
        MEDIA
    }

    /** 诉求类型. */
    enum DemandType {
        CONSULTATION,
        HELP,
        COMPLAINT,
        REPORT_WRONGDOING,
        SUGGESTION,
        PRAISE
    }

    /** The coordinate system of a place. */
    enum Datum {
        WGS_84,
        GCJ_02
    }
}
