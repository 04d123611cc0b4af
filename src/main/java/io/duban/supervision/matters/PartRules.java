package io.duban.supervision.matters;

import io.duban.supervision.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Under which deadline rules the parts of a matter run (domain 2.4.2); the rules themselves are data.
 *
 * @param whole the unit's whole period, where nobody gave a date
 * @param firstStage until its first stage report
 * @param stage from each report to the next
 * @param longestExtension the most anybody grants; null: beyond the director's limit the instructing leader decides
 */
record PartRules(
        String whole,
        String firstStage,
        String stage,
        @Nullable String longestExtension) {

    static final String DIRECTORS_EXTENSION = "SUP_EXTEND";
    static final String MONTHLY = "SUP_MONTHLY";

    private static final String STAGE = "SUP_STAGE";
    private static final String WATCHED = "SUP_STAGE_WATCHED";

    static PartRules of(Brief brief) {
        var stage = isWatched(brief) ? WATCHED : STAGE;
        return brief.basis() == Brief.Basis.MEETING_DECISION
                ? new PartRules("SUP_MEETING_WHOLE", "SUP_MEETING_FIRST", stage, DIRECTORS_EXTENSION)
                : new PartRules(brief.urgency().handlingRule(), stage, stage, null);
    }

    /** 领导关注: a leader wants to know, or it is urgent. */
    private static boolean isWatched(Brief brief) {
        return brief.instructingLeaderId() != null || brief.urgency() != Urgency.NORMAL;
    }
}
