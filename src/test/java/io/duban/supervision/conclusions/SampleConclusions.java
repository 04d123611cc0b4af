package io.duban.supervision.conclusions;

import static io.duban.supervision.matters.SampleMatters.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.supervision.matters.Brief;
import io.duban.supervision.matters.SupervisionMatter;
import io.duban.supervision.matters.SupervisionMatterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Conclusions and their parts for tests that need neither Spring nor a database. */
final class SampleConclusions {

    static final UUID AUTHOR = UUID.randomUUID();
    static final UUID REVIEWER = UUID.randomUUID();
    static final UUID OTHER_UNIT = UUID.randomUUID();
    static final Instant LATER = NOW.plus(Duration.ofDays(20));

    private SampleConclusions() {}

    static InspectionConclusion conclusion(ConclusionStatus status) {
        return new InspectionConclusion(
                UUID.randomUUID(),
                5,
                UUID.randomUUID(),
                "路面塌陷",
                status,
                1,
                "事实",
                Set.of(AUTHOR),
                status == ConclusionStatus.ISSUED ? Set.of(REVIEWER) : Set.of(),
                null,
                NOW,
                null,
                Set.of(URBAN, OTHER_UNIT),
                Set.of(AUTHOR));
    }

    static ObjectFinding finding(ObjectFindingStatus status, int edition) {
        var objectBy = status == ObjectFindingStatus.PENDING_RECEIPT ? null : LATER;
        return new ObjectFinding(
                UUID.randomUUID(),
                3,
                UUID.randomUUID(),
                UUID.randomUUID(),
                URBAN,
                "路面塌陷",
                1,
                edition,
                status,
                "修复质量不符合标准",
                Hearing.NONE,
                null,
                null,
                objectBy,
                Set.of(AUTHOR));
    }

    static RectificationItem item(RectificationStatus status) {
        return new RectificationItem(
                UUID.randomUUID(),
                3,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                URBAN,
                "路面塌陷",
                1,
                status,
                "重新摊铺",
                LATER,
                LATER,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(AUTHOR));
    }

    static ConclusionObjection objection(ObjectionStatus status) {
        return new ConclusionObjection(
                UUID.randomUUID(),
                3,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                URBAN,
                "路面塌陷",
                status,
                "检测取样点不对",
                UUID.randomUUID(),
                NOW,
                LATER,
                LATER,
                null,
                null,
                null,
                null,
                Set.of(AUTHOR, REVIEWER),
                Set.of(AUTHOR));
    }

    static ConclusionEvidence evidence(ConclusionEvidence.Kind kind, UUID unitId) {
        return new ConclusionEvidence(UUID.randomUUID(), UUID.randomUUID(), 1, 0, kind, UUID.randomUUID(), unitId);
    }

    static ConclusionFile file(
            InspectionConclusion conclusion, List<ConclusionEvidence> evidence, ObjectFinding... found) {
        return new ConclusionFile(conclusion, evidence, List.of(found), List.of(), List.of());
    }

    static Deadline due(String type, UUID id) {
        return new Deadline(
                UUID.randomUUID(), type, id, "STEP", "SUP_OBJECT_DECIDE", 1, "2026.1", NOW, LATER, LATER, LATER, false);
    }

    static SupervisionMatter sampleMatter() {
        return matter(SupervisionMatterStatus.PENDING_VERIFICATION, brief(Brief.Kind.SPECIAL, false));
    }

    /** The same person at another time. */
    static Command at(Instant now, Officer officer, long seen) {
        var command = command(officer, seen);
        return new Command(command.access(), command.key(), command.fingerprint(), seen, now, null);
    }

    /** Somebody of the office in this role. */
    static Command office(long seen, Role... roles) {
        return command(officer(OFFICE, roles), seen);
    }

    /** Somebody of the object. */
    static Command unit(long seen, Role... roles) {
        return command(officer(URBAN, roles), seen);
    }
}
