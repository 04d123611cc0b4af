package io.duban.hotline.tickets;

import io.duban.hotline.tickets.Demand.Datum;
import io.duban.hotline.tickets.Demand.DemandType;
import org.jspecify.annotations.Nullable;

/**
 * What else was told in a call (一次来电多个诉求).
 *
 * @param address with the point, where it is; nothing of both for the place of the call
 */
record FurtherMatter(
        DemandType demandType,
        String categoryCode,
        String title,
        String words,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMetres,
        @Nullable Datum datum,
        boolean keepSecret) {

    /** As a demand of its own; what one wants kept secret in a call, one wants kept secret. */
    Demand toldWith(Demand call) {
        var elsewhere = address != null || latitude != null;
        return new Demand(
                call.channel(),
                demandType,
                categoryCode,
                title,
                words,
                call.receivedAt(),
                elsewhere ? address : call.address(),
                elsewhere ? latitude : call.latitude(),
                elsewhere ? longitude : call.longitude(),
                elsewhere ? accuracyMetres : call.accuracyMetres(),
                elsewhere ? datum : call.datum(),
                call.keepSecret() || keepSecret);
    }
}
