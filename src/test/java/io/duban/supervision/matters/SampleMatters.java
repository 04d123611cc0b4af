package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.Role;
import io.duban.platform.identity.Zone;
import io.duban.platform.web.Operation;
import io.duban.supervision.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/** Matters, parts and people for tests that need neither Spring nor a database. */
public final class SampleMatters {

    public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final Instant DUE = NOW.plusSeconds(864_000);
    static final Instant WINDOW = NOW.plusSeconds(86_400);
    public static final UUID OFFICE = UUID.randomUUID();
    public static final UUID URBAN = UUID.randomUUID();
    static final UUID DONGHU = UUID.randomUUID();
    static final UUID LEADER = UUID.randomUUID();
    static final UUID DRAFTER = UUID.randomUUID();
    static final UUID SUBMITTER = UUID.randomUUID();
    static final UUID APPROVER = UUID.randomUUID();

    private static final Zone EVERYTHING = new Zone(true, Set.of(), Set.of());

    private SampleMatters() {}

    public static Officer officer(UUID id, UUID unit, Role... roles) {
        var posts = Arrays.stream(roles).map(role -> new Post(role, unit)).collect(Collectors.toSet());
        return new Officer(id, "某人", unit, posts, Set.of(), "test", false, Set.of("office"), null);
    }

    public static Officer officer(UUID unit, Role... roles) {
        return officer(UUID.randomUUID(), unit, roles);
    }

    public static Command command(Officer officer, long seen) {
        var operation = new Operation(
                "test",
                HttpMethod.POST,
                PathPatternParser.defaultInstance.parse("/v1/test"),
                Operation.SELF,
                Set.of(),
                false,
                false);
        var access = new Access(officer, operation, new Reach(EVERYTHING, EVERYTHING));
        return new Command(access, UUID.randomUUID(), new byte[0], seen, NOW, null);
    }

    public static Brief brief(Brief.Kind kind, boolean physical) {
        return new Brief(
                kind,
                Brief.Basis.CHIEF_INSTRUCTION,
                "批示",
                "路面塌陷",
                List.of("恢复通行"),
                Set.of(URBAN),
                List.of(),
                Urgency.NORMAL,
                physical,
                LEADER);
    }

    public static SupervisionMatter matter(SupervisionMatterStatus status, Brief brief) {
        var hands = new Hands(DRAFTER, SUBMITTER, APPROVER, DRAFTER, null, null, Set.of());
        return new SupervisionMatter(
                UUID.randomUUID(),
                5,
                status,
                brief,
                hands,
                Term.NONE,
                Origin.NONE,
                Course.NONE,
                NOW,
                NOW,
                null,
                Set.of(URBAN, DONGHU),
                Set.of(LEADER, DRAFTER));
    }

    static SupervisionAssignment part(UUID unit, SupervisionAssignment.Duty duty, AssignmentStatus status) {
        var handIn =
                new HandIn(HandIn.Result.RESOLVED, List.of("已通行"), null, null, null, UUID.randomUUID(), NOW, false);
        return new SupervisionAssignment(
                UUID.randomUUID(),
                3,
                UUID.randomUUID(),
                unit,
                duty,
                status,
                1,
                null,
                DUE,
                DUE,
                DUE,
                null,
                50,
                handIn,
                null,
                List.of(),
                ReturnState.until(WINDOW),
                ExtensionState.NONE,
                ReminderState.by(SUBMITTER, null),
                EvaluationState.NONE);
    }

    static final HandIn RESULT =
            new HandIn(HandIn.Result.RESOLVED, List.of("已通行"), null, null, null, null, null, false);

    static SupervisionAssignment host(AssignmentStatus status) {
        return part(URBAN, SupervisionAssignment.Duty.HOST, status);
    }

    static MatterFile file(SupervisionMatter matter, SupervisionAssignment... parts) {
        return new MatterFile(matter, List.of(parts), List.of(), List.of());
    }

    static FieldRecord looked(SupervisionMatter matter, boolean recorded, UUID author) {
        return new FieldRecord(
                UUID.randomUUID(),
                2,
                matter.id(),
                recorded ? "RECORD_SUBMITTED" : "ON_SITE",
                "东湖路",
                author,
                null,
                false,
                NOW,
                recorded ? NOW : null,
                Set.of(URBAN),
                Set.of(author));
    }

    static Deadline deadline(UUID unit) {
        return new Deadline(
                UUID.randomUUID(),
                SupervisionMatter.SUBJECT_TYPE,
                UUID.randomUUID(),
                UnitStep.HANDLE.of(unit),
                "INS_NORMAL",
                1,
                "2026.1",
                NOW,
                DUE,
                DUE,
                DUE,
                false);
    }
}
