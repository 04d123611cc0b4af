package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
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
        return new Demand(
                channel,
                demandType,
                categoryCode,
                title,
                words,
                receivedAt,
                place,
                latitude,
                longitude,
                accuracyMetres,
                datum,
                keepSecret);
    }

    Demand classifiedAs(String code) {
        return new Demand(
                channel,
                demandType,
                code,
                title,
                words,
                receivedAt,
                address,
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
