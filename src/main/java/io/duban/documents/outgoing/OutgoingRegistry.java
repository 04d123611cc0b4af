package io.duban.documents.outgoing;

import static io.duban.documents.outgoing.OutgoingMove.*;
import static io.duban.platform.identity.Role.*;

import io.duban.documents.Turns;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The registrar's and the seal keeper's desk: registered with its number (登记), sealed (用印). */
@Component
class OutgoingRegistry {

    private final Dossiers dossiers;
    private final NumberSequences sequences;
    private final IssuerNames issuers;
    private final IssuePlan plan;
    private final Turns turns;

    OutgoingRegistry(Dossiers dossiers, NumberSequences sequences, IssuerNames issuers, IssuePlan plan, Turns turns) {
        this.dossiers = dossiers;
        this.sequences = sequences;
        this.issuers = issuers;
        this.plan = plan;
        this.turns = turns;
    }

    /** A whole command of taking a number, begun when the one before it has ended. */
    <T> Mono<T> inTurn(Mono<T> command) {
        return turns.inTurn(command);
    }

    record Allotment(
            UUID documentId,
            @Nullable String issuerCode,
            @Nullable Integer year) {}

    record SealUse(UUID documentId, String sealName, int copies) {}

    /**
     * The number is taken and given in the statement that registers the paper: when somebody else took it first, nothing of it is written and
     * this is decided again with the next one, so that no number is lost or given twice.
     */
    Mono<Outcome<Dossier>> allotNumber(Allotment order, Command command) {
        return dossiers.require(order.documentId(), command.access().reach())
                .doOnNext(before -> requireNumberable(order, before.document(), command))
                .flatMap(before -> plan.isQuotaReached(command)
                        .flatMap(reached -> order.issuerCode() == null
                                ? Mono.fromCallable(() -> registered(before, null, reached, command))
                                : next(order.issuerCode(), year(order, command))
                                        .map(taken -> keeping(taken, registered(before, taken, reached, command)))));
    }

    /** The director lets it be issued beyond the year's quota. */
    Mono<Outcome<Dossier>> approveQuota(UUID documentId, Command command) {
        return dossiers.require(documentId, command.access().reach())
                .map(before -> before.with(Registering.quotaApproved(before.document(), command))
                        .changedFrom(before)
                        .announcing("quotaApproved", Priority.INFO, command.now()));
    }

    /** Cancelled after it had a number: the number stays used and is listed with its reason (空号). */
    Mono<Outcome<Dossier>> voidNumber(UUID documentId, String reason, Command command) {
        return dossiers.require(documentId, command.access().reach()).map(before -> {
            var after = before.with(Registering.voided(before.document(), reason, command));
            return VoidNumber.keptBy(after.changedFrom(before), before.document(), reason, command)
                    .closing(Desk.SEAL)
                    .closing(Desk.ISSUE)
                    .closing(Desk.CONFIRM_VERBAL)
                    .closing(Desk.CHASE_VERBAL)
                    .satisfying(VerbalApproval.STEP, command.now())
                    .announcing("voided", Priority.ACTION, command.now());
        });
    }

    Mono<Outcome<Dossier>> seal(SealUse use, Command command) {
        return dossiers.require(use.documentId(), command.access().reach())
                .doOnNext(before -> requireOwnSeal(use, before.document(), command))
                .map(before -> before.with(Registering.sealed(before.document(), use.sealName(), use.copies(), command))
                        .changedFrom(before)
                        .closing(Desk.SEAL)
                        .opening(Desk.ISSUE, Assignee.holders(REGISTRAR), null)
                        .announcing("sealed", Priority.ACTION, command.now()));
    }

    private Mono<NumberSequence> next(String issuerCode, int year) {
        return sequences
                .findByIssuerCodeAndYear(issuerCode, year)
                .map(NumberSequence::next)
                .switchIfEmpty(Mono.fromSupplier(() -> NumberSequence.first(issuerCode, year)));
    }

    private static Outcome<Dossier> registered(
            Dossier before, @Nullable NumberSequence taken, boolean quotaReached, Command command) {
        return before.with(Registering.numbered(before.document(), taken, quotaReached, command))
                .changedFrom(before)
                .closing(Desk.ALLOT_NUMBER)
                .opening(Desk.SEAL, Assignee.holders(SEAL_KEEPER), null)
                .announcing("numbered", Priority.ACTION, command.now());
    }

    private static Outcome<Dossier> keeping(NumberSequence taken, Outcome<Dossier> outcome) {
        return taken.isFirst() ? outcome.inserting(taken) : outcome.updating(taken);
    }

    private static void requireNumberable(Allotment order, OutgoingDocument document, Command command) {
        Duties.check(document, ALLOT_NUMBER, command);
        if (document.paper().numbered() != (order.issuerCode() != null)) {
            throw Refusal.invalid(
                    "/issuerCode",
                    "有文号的文件须写明机关代字,无文号的文件不得编号。",
                    "A numbered paper needs its issuer code, one without number takes none.");
        }
        var year = year(order, command);
        var signed = document.documentDate();
        if (year != thisYear(command) && (signed == null || year != signed.getYear())) {
            throw Refusal.of(
                    RefusalCode.E_DOC_NUMBER_CONFLICT,
                    "文号的年份须为当年或者成文日期所在年。",
                    "The year in a number is this year's, or that of the date of signature.");
        }
    }

    private static int year(Allotment order, Command command) {
        return order.year() != null ? order.year() : thisYear(command);
    }

    private static int thisYear(Command command) {
        return LocalDate.ofInstant(command.now(), Progress.OFFICE).getYear();
    }

    private void requireOwnSeal(SealUse use, OutgoingDocument document, Command command) {
        Duties.notOfAuthor(document, SEAL, command);
        var name = issuers.require(document.paper().issuer());
        if (!name.equals(use.sealName())) {
            throw Refusal.of(
                    RefusalCode.E_SEAL_MISMATCH,
                    "印章名称须与发文机关“%s”一致。".formatted(name),
                    "The seal must bear the issuer's name, %s.".formatted(name));
        }
    }
}
