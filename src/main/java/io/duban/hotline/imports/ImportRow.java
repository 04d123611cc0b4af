package io.duban.hotline.imports;

import io.duban.hotline.tickets.BulkIntake;
import io.duban.platform.problem.Refusal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What became of a row of a file. It is written with the ticket in one statement, so that a row that has none is still to be done.
 *
 * @param number counted from 1, without the header
 */
@Table("hotline_import_row")
record ImportRow(
        UUID importId,
        long number,
        @Nullable String sourceId,
        String outcome,
        @Nullable UUID ticketId,
        @Nullable String ticketNumber,
        @Nullable String code,
        @Nullable String reason) {

    /** What can become of a row. */
    enum Fate {
        ACCEPTED,
        WAS_THERE,
        REFUSED
    }

    static ImportRow taken(UUID importId, ImportLine line, BulkIntake.Taken taken) {
        var fate = taken.wasThere() ? Fate.WAS_THERE : Fate.ACCEPTED;
        return new ImportRow(
                importId,
                line.number(),
                line.sourceId(),
                fate.name(),
                taken.ticketId(),
                taken.ticketNumber(),
                null,
                null);
    }

    static ImportRow refused(UUID importId, ImportLine line, Refusal refusal) {
        return new ImportRow(
                importId,
                line.number(),
                line.sourceId(),
                Fate.REFUSED.name(),
                null,
                null,
                refusal.code().name(),
                refusal.reason(Locale.CHINESE));
    }
}
