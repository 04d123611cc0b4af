package io.duban.documents.incoming;

import io.duban.documents.incoming.UnitAssignment.Duty;
import io.duban.documents.incoming.UnitAssignment.Part;
import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A paper decomposed (分解): who hosts, who helps, until when. */
record Parts(List<Part> parts) {

    /** Exactly one host, unless each unit has a part of its own; every leading part with a date no leader's date is before. */
    List<UnitAssignment> on(IncomingDocument document, Command command) {
        if (units().size() != parts.size()) {
            throw Refusal.invalid("/assignments", "同一单位只列一次。", "Each unit is listed once.");
        }
        requireHost();
        var latest = document.leading().leaderDueAt();
        parts.forEach(part -> requireDue(part, latest, command));
        return parts.stream()
                .map(part -> UnitAssignment.drafted(document.id(), part))
                .toList();
    }

    Set<UUID> units() {
        return parts.stream().map(Part::unitId).collect(Collectors.toSet());
    }

    private void requireHost() {
        var hosts = count(Duty.HOST);
        var allSeparate = count(Duty.SEPARATE) == parts.size();
        if (hosts != 1 && !allSeparate || hosts == 1 && count(Duty.SEPARATE) > 0) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED,
                    "须有且只有一个主办单位;分办的全部为分办。",
                    "There is exactly one host, unless all units have separate parts.");
        }
    }

    private long count(Duty duty) {
        return parts.stream().filter(part -> part.duty() == duty).count();
    }

    private static void requireDue(Part part, @Nullable Instant latest, Command command) {
        if (part.dueAt() == null) {
            if (part.duty().leads()) {
                throw Refusal.of(
                        RefusalCode.E_DOC_DUE_REQUIRED, "交办须写明办理时限。", "What is to be acted on has a due date.");
            }
            return;
        }
        if (!part.dueAt().isAfter(command.now())) {
            throw Refusal.invalid("/assignments", "时限须晚于现在。", "The date must lie ahead.");
        }
        if (latest != null && part.dueAt().isAfter(latest)) {
            throw Refusal.invalid("/assignments", "时限不能晚于领导批示的时限。", "No unit is due after the leader's own date.");
        }
    }
}
