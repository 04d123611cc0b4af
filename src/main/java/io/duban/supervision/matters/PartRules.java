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

    static PartRules of(SupervisionMatter matter) {
        var brief = matter.brief();
        var stage = isWatched(brief) ? WATCHED : STAGE;
        var urgent = brief.urgency().handlingRule();
        if (brief.basis() == Brief.Basis.MEETING_DECISION) {
            return new PartRules("SUP_MEETING_WHOLE", "SUP_MEETING_FIRST", stage, DIRECTORS_EXTENSION);
        }
        var source = matter.origin().sourceKind();
        if (source == null) {
            return new PartRules(urgent, stage, stage, null);
        }
        return switch (source) {
            case MEDIA -> new PartRules("SUP_MEDIA", stage, stage, "SUP_EXTEND_MEDIA");
            case KEY_TASK, LIVELIHOOD_PROJECT -> new PartRules(urgent, MONTHLY, MONTHLY, null);
            default -> new PartRules(urgent, stage, stage, null);
        };
    }

    /** 领导关注: a leader wants to know, or it is urgent. */
    private static boolean isWatched(Brief brief) {
        return brief.instructingLeaderId() != null || brief.urgency() != Urgency.NORMAL;
    }
}
