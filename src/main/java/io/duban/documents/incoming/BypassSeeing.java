package io.duban.documents.incoming;

import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The director sees each line of the bypass ledger (倒流台账), whatever has become of the paper meanwhile. */
@Component
class BypassSeeing {

    private final PaperFiles files;

    BypassSeeing(PaperFiles files) {
        this.files = files;
    }

    /** @param words what he says of it, for the handling sheet; null when he only saw it */
    Mono<Outcome<PaperFile>> acknowledge(UUID documentId, @Nullable String words, Command command) {
        return files.require(documentId, command.access()).map(before -> {
            requireDirector(command);
            var register = before.document().register();
            if (!register.offlineBypass() || register.bypassSeenAt() != null) {
                throw Refusal.illegalState("SEE_BYPASS", before.state(), List.of());
            }
            before.document().requireMandate(command);
            var seen = before.document()
                    .found()
                    .with(register.seen(command.officer().id(), command.now()));
            return Outcome.about(before.with(seen))
                    .updating(seen)
                    .inserting(JournalEntry.of("SEE_BYPASS", seen, words, command))
                    .closing(Desk.SEE_BYPASS)
                    .announcing("bypassSeen", Priority.INFO, command.now());
        });
    }

    private static void requireDirector(Command command) {
        if (!command.officer().has(OFFICE_DIRECTOR)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "倒流台账由办公室主任阅知。", "The office director sees the bypass ledger.");
        }
    }
}
