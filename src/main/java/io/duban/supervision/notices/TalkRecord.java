package io.duban.supervision.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said and agreed in a talk (约谈记录); null and empty before it took place.
 *
 * @param measuresDue the day until when the measures are to be taken
 */
record TalkRecord(
        @Nullable String facts,
        List<String> measures,
        @Nullable LocalDate measuresDue,
        @Nullable UUID recordedById,
        @Nullable Instant recordedAt) {

    static final TalkRecord NONE = new TalkRecord(null, List.of(), null, null, null);

    TalkRecord by(UUID person, Instant now) {
        return new TalkRecord(facts, measures, measuresDue, person, now);
    }

    TalkRecord withoutWords() {
        return new TalkRecord(null, List.of(), measuresDue, recordedById, recordedAt);
    }
}
