package io.duban.documents.outgoing;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.supervision.SupervisionIntake;
import io.duban.supervision.Urgency;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an issue sets going in the same statement: supervision of its implementation, and the mark on the paper it corrects. */
@Component
class IssueConsequences {

    private final Dossiers dossiers;
    private final SignerAuthority authority;

    IssueConsequences(Dossiers dossiers, SignerAuthority authority) {
        this.dossiers = dossiers;
        this.authority = authority;
    }

    Mono<Outcome<Dossier>> of(Dossier before, Set<UUID> recipients, Outcome<Dossier> issued, Command command) {
        return tracked(before, recipients, issued, command).flatMap(outcome -> correcting(before, outcome, command));
    }

    private Mono<Outcome<Dossier>> tracked(
            Dossier before, Set<UUID> recipients, Outcome<Dossier> issued, Command command) {
        var signer = before.sheet().main();
        if (!before.document().particulars().isTracked() || signer.isEmpty()) {
            return Mono.just(issued);
        }
        var leader = signer.get().personId();
        return authority
                .isChief(leader)
                .map(chief -> issued.including(
                        SupervisionIntake.draft(words(before, leader, chief, recipients, command), command.now())));
    }

    private static SupervisionIntake.LeadersWords words(
            Dossier before, UUID leader, boolean chief, Set<UUID> recipients, Command command) {
        var paper = before.document().paper();
        var units = new HashSet<>(paper.mainRecipients());
        units.retainAll(recipients);
        var number = before.document().registration().documentNumber();
        return new SupervisionIntake.LeadersWords(
                leader,
                chief,
                command.officer().id(),
                number == null ? paper.title() : paper.title() + "(" + number + ")",
                paper.title(),
                before.document().particulars().trackingCriteria(),
                units.isEmpty() ? recipients : units,
                Urgency.valueOf(paper.urgency().name()),
                false,
                Set.of());
    }

    /** The corrected paper stays as it is, and says by what it was corrected. */
    private Mono<Outcome<Dossier>> correcting(Dossier before, Outcome<Dossier> outcome, Command command) {
        var original = before.document().particulars().correctsId();
        if (original == null) {
            return Mono.just(outcome);
        }
        return dossiers.named(original, "/correctsId").map(found -> {
            var corrected = found.with(Registering.corrected(found.document(), before.id(), command));
            return outcome.including(corrected
                    .changedFrom(found)
                    .closing(Desk.ISSUE_CORRECTION)
                    .announcing("corrected", Priority.ACTION, command.now()));
        });
    }
}
