package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.inspections.FieldInspectionStatus.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain 2.4.3, as far as it is built: move | from | to | whose hand. */
enum InspectionMove implements Move<FieldInspectionStatus> {
    // spotless:off
    UPLOAD_PHOTO      (Set.of(ON_SITE),          ON_SITE,          Set.of(FIELD_SUPERVISOR, SUPERVISOR, SUPERVISION_CHIEF)),
    SUBMIT_RECORD     (Set.of(ON_SITE),          RECORD_SUBMITTED, Set.of(FIELD_SUPERVISOR, SUPERVISOR, SUPERVISION_CHIEF)),
    ACKNOWLEDGE_HAZARD(Set.of(RECORD_SUBMITTED), RECORD_SUBMITTED, Set.of(DUTY_OFFICER, DUTY_LEADER));
    // spotless:on

    private final Set<FieldInspectionStatus> from;
    private final FieldInspectionStatus to;
    private final Set<Role> hands;

    InspectionMove(Set<FieldInspectionStatus> from, FieldInspectionStatus to, Set<Role> hands) {
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
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
