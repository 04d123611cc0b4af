package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.FieldInspectionStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of domain 2.4.3: move | from | to, or null where the state stays | whose hand. A record that was handed in waits ON_SITE for what it names
 * and for its second inspector; whatever brings the last of it also takes SUBMIT_RECORD.
 */
enum InspectionMove implements Move<FieldInspectionStatus> {
    // spotless:off
    BEGIN             (Set.of(PLANNED),                               ON_SITE,             Hand.INSPECTOR),
    CALL_OFF          (Set.of(PLANNED),                               CLOSED,              Hand.PLANNER),
    ADD_FINDING       (Set.of(ON_SITE),                               null,                Hand.INSPECTOR),
    DECLARE_PHOTO     (Set.of(ON_SITE),                               null,                Hand.INSPECTOR),
    UPLOAD_PHOTO      (Set.of(ON_SITE),                               null,                Hand.INSPECTOR),
    ATTACH_PHOTO      (Begun.STATES,                                  null,                Hand.INSPECTOR),
    SUBMIT_RECORD     (Set.of(ON_SITE),                               RECORD_SUBMITTED,    Hand.INSPECTOR),
    COUNTERSIGN       (Set.of(ON_SITE),                               RECORD_SUBMITTED,    Hand.INSPECTOR),
    CONFIRM_RECORD    (Set.of(RECORD_SUBMITTED),                      CONFIRMED_BY_OBJECT, Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    DISAGREE          (Set.of(RECORD_SUBMITTED),                      OBJECT_DISAGREES,    Set.of(UNIT_HEAD, UNIT_DEPUTY)),
    CLOSE             (Set.of(CONFIRMED_BY_OBJECT, OBJECT_DISAGREES), CLOSED,              Set.of(SUPERVISOR, SUPERVISION_CHIEF)),
    CLOSE_UNANSWERED  (Set.of(RECORD_SUBMITTED),                      CLOSED,              Set.of(SUPERVISION_CHIEF)),
    ACKNOWLEDGE_HAZARD(Begun.STATES,                                  null,                Set.of(DUTY_OFFICER, DUTY_LEADER));
    // spotless:on

    private final Set<FieldInspectionStatus> from;
    private final @Nullable FieldInspectionStatus to;
    private final Set<Role> hands;

    InspectionMove(Set<FieldInspectionStatus> from, @Nullable FieldInspectionStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    @Override
    public Set<FieldInspectionStatus> from() {
        return from;
    }

    @Override
    public FieldInspectionStatus to() {
        return Objects.requireNonNull(to, "it leaves the state as it is");
    }

    /** The state after the move. */
    FieldInspectionStatus after(FieldInspectionStatus present) {
        return to == null ? present : to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }

    /** The hands most moves are in. */
    private static final class Hand {
        static final Set<Role> INSPECTOR = Set.of(FIELD_SUPERVISOR, SUPERVISOR, SUPERVISION_CHIEF);
        static final Set<Role> PLANNER = Set.of(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR);
    }

    /** Where somebody has been on the spot. */
    private static final class Begun {
        static final Set<FieldInspectionStatus> STATES =
                Set.of(ON_SITE, RECORD_SUBMITTED, CONFIRMED_BY_OBJECT, OBJECT_DISAGREES, CLOSED);
    }
}
