package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a matter on its way.
 *
 * @param scope what may be looked at, as the approver set it; null: what the criteria say
 * @param capOverrideReason why it was put up although an object is over its frequency cap
 * @param mergedIntoId the matter this draft became part of (合并)
 * @param superiorReference the superior's own matter about the same thing: one feedback serves both
 * @param wrongLevel it was opened by mistake on a level that has no authority (越权)
 * @param satisfaction what the citizen said of the result; null when none waits for it
 * @param struckOffObjectIds objects that are struck off already, while others are not
 * @param openChangeId the change of its scope that waits for a decision
 */
public record Course(
        @Nullable String scope,
        @Nullable String capOverrideReason,
        @Nullable UUID mergedIntoId,
        @Nullable String superiorReference,
        boolean wrongLevel,
        @Nullable Satisfaction satisfaction,
        @Nullable String satisfactionNote,
        Set<UUID> struckOffObjectIds,
        @Nullable UUID openChangeId) {

    static final Course NONE = new Course(null, null, null, null, false, null, null, Set.of(), null);

    /** 群众满意度. */
    enum Satisfaction {
        SATISFIED,
        DISSATISFIED,
        NOT_REACHED
    }

    /**
     * What the citizen said, as it was taken down.
     *
     * @param satisfaction null where nobody was asked
     */
    record Answer(
            @Nullable Satisfaction satisfaction, @Nullable String note) {

        static final Answer NONE = new Answer(null, null);

        /** @throws Refusal {@code E_GEN_VALIDATION} when he was not asked; "done" against "not done": the verification decides, and says why */
        void require(boolean citizenBorn) {
            if (citizenBorn && satisfaction == null) {
                throw Refusal.invalid(
                        "/satisfaction",
                        "群众反映的事项须填写群众满意度才能办结。",
                        "What a citizen asked for is not handled before he is asked.");
            }
            var content = satisfaction == null || satisfaction == Satisfaction.SATISFIED;
            if (!content && (note == null || note.isBlank())) {
                throw Refusal.invalid(
                        "/satisfactionNote",
                        "群众不满意或联系不上的,须写明核查后仍予办结的理由。",
                        "Say why it is handled although the citizen is not satisfied or was not reached.");
            }
        }
    }

    Course scoped(@Nullable String words) {
        return new Course(
                words,
                capOverrideReason,
                mergedIntoId,
                superiorReference,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                openChangeId);
    }

    Course overriding(@Nullable String reason) {
        return new Course(
                scope,
                reason,
                mergedIntoId,
                superiorReference,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                openChangeId);
    }

    Course mergedInto(UUID matter) {
        return new Course(
                scope,
                capOverrideReason,
                matter,
                superiorReference,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                openChangeId);
    }

    Course serving(@Nullable String superior) {
        return new Course(
                scope,
                capOverrideReason,
                mergedIntoId,
                superior,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                openChangeId);
    }

    Course changing(@Nullable UUID change) {
        return new Course(
                scope,
                capOverrideReason,
                mergedIntoId,
                superiorReference,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                change);
    }

    Course withoutWords() {
        return new Course(
                null, null, mergedIntoId, null, wrongLevel, satisfaction, null, struckOffObjectIds, openChangeId);
    }

    Course onWrongLevel(boolean wrong) {
        return new Course(
                scope,
                capOverrideReason,
                mergedIntoId,
                superiorReference,
                wrong,
                satisfaction,
                satisfactionNote,
                struckOffObjectIds,
                openChangeId);
    }

    Course answered(Answer citizen) {
        return new Course(
                scope,
                capOverrideReason,
                mergedIntoId,
                superiorReference,
                wrongLevel,
                citizen.satisfaction(),
                citizen.note(),
                struckOffObjectIds,
                openChangeId);
    }

    Course struckOff(Set<UUID> objects) {
        var all = new HashSet<>(struckOffObjectIds);
        all.addAll(objects);
        return withStruckOff(all);
    }

    /** These objects have work on it again. */
    Course open(Set<UUID> objects) {
        var left = new HashSet<>(struckOffObjectIds);
        left.removeAll(objects);
        return withStruckOff(left);
    }

    private Course withStruckOff(Set<UUID> objects) {
        return new Course(
                scope,
                capOverrideReason,
                mergedIntoId,
                superiorReference,
                wrongLevel,
                satisfaction,
                satisfactionNote,
                Set.copyOf(objects),
                openChangeId);
    }
}
