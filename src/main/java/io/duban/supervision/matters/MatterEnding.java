package io.duban.supervision.matters;

import static io.duban.supervision.matters.MatterMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A matter is given up before its result (撤销立项), or taken up again after its end because it came back (反弹). */
@Component
class MatterEnding {

    private final MatterFiles files;
    private final MatterRounds rounds;

    MatterEnding(MatterFiles files, MatterRounds rounds) {
        this.files = files;
        this.rounds = rounds;
    }

    /** What came back after the strike-off, and who does it again. */
    record Return(String facts, String evidence, MatterClosing.Again again) {}

    /** @param wrongLevel it was opened by mistake on a level that has no authority (越权) */
    Mono<Outcome<MatterFile>> cancel(UUID matterId, @Nullable String reason, boolean wrongLevel, Command command) {
        return files.require(matterId, command.access().reach())
                .map(file -> file.with(MatterTurns.cancelled(file.matter(), reason, wrongLevel, command)))
                .map(file -> cancelled(file, reason, command));
    }

    Mono<Outcome<MatterFile>> reopen(UUID matterId, Return back, Command command) {
        return files.require(matterId, command.access().reach())
                .flatMap(before -> rounds.next(REOPEN, before, back.again(), MatterFile::reopen, command)
                        .map(outcome -> outcome.inserting(Rebound.of(before.matter(), back, command))
                                .announcing(Event.of("reopened", Priority.ACTION, outcome.subject(), command.now())
                                        .to(Everybody.of(outcome.subject())))));
    }

    private static Outcome<MatterFile> cancelled(MatterFile file, @Nullable String reason, Command command) {
        var outcome = Outcome.about(file)
                .updating(file.matter())
                .inserting(MatterEntry.of(CANCEL_MATTER, file.id(), reason, command))
                .announcing(Event.of("cancelled", Priority.INFO, file, command.now())
                        .to(Everybody.of(file)));
        Set.of(SUBMIT_MATTER, APPROVE_MATTER, ISSUE_NOTICE, CHANGE_SCOPE).forEach(move -> outcome.closing(move.name()));
        outcome.closing(NoticeIssuing.FOLLOW).closing(MatterClosing.INSPECT);
        Everybody.end(file.open(), outcome, command);
        return outcome;
    }

    static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("/opinion", "退回或撤销须写明意见。", "Say why it is returned or cancelled.");
        }
    }
}
