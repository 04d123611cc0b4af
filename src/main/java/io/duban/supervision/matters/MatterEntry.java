package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A line of a matter's time line: what was said or handed in at a step; never changed. */
@Table("supervision_entry")
public record MatterEntry(
        @Id UUID id,
        UUID matterId,
        @Nullable UUID assignmentId,
        String step,
        UUID byId,
        Instant at,
        @Nullable String words,
        @Nullable Integer percent,
        List<String> points) {

    public static MatterEntry of(Enum<?> step, UUID matterId, @Nullable String words, Command command) {
        return new MatterEntry(
                UuidCreator.getTimeOrderedEpoch(),
                matterId,
                null,
                step.name(),
                command.officer().id(),
                command.now(),
                words,
                null,
                List.of());
    }

    static MatterEntry of(Enum<?> step, SupervisionAssignment assignment, @Nullable String words, Command command) {
        return of(step, assignment, words, List.of(), command);
    }

    static MatterEntry of(
            Enum<?> step,
            SupervisionAssignment assignment,
            @Nullable String words,
            List<String> points,
            Command command) {
        return new MatterEntry(
                UuidCreator.getTimeOrderedEpoch(),
                assignment.matterId(),
                assignment.id(),
                step.name(),
                command.officer().id(),
                command.now(),
                words,
                assignment.percent(),
                points);
    }

    MatterEntry withPoints(List<String> more) {
        return new MatterEntry(id, matterId, assignmentId, step, byId, at, words, percent, more);
    }

    MatterEntry withoutWords() {
        return new MatterEntry(id, matterId, assignmentId, step, byId, at, null, percent, List.of());
    }
}
