package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.TransferMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Transfers (线索移送): known to the supervision office, the director and the chief leader, and to nobody else. */
@Component
class Transferring {

    private static final Role[] INSIDERS = {CHIEF_LEADER, OFFICE_DIRECTOR, SUPERVISION_CHIEF, SUPERVISOR};

    private final ClueTransfers transfers;
    private final SupervisionMatters matters;

    Transferring(ClueTransfers transfers, SupervisionMatters matters) {
        this.transfers = transfers;
        this.matters = matters;
    }

    Mono<Outcome<ClueTransfer>> propose(ClueTransfer.Order order, Command command) {
        Duties.requirePost(
                command, "线索移送由督查机构提出。", "The supervision office transfers clues.", SUPERVISOR, SUPERVISION_CHIEF);
        return matters.requireIfGiven(order.matterId(), command.access().reach())
                .then(Mono.fromSupplier(() -> ClueTransfer.proposed(order, command)))
                .map(transfer -> Outcome.created(transfer)
                        .opening(APPROVE.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing("proposed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ClueTransfer>> decide(
            TransferMove verdict, UUID transferId, @Nullable String opinion, Command command) {
        return require(transferId, command.access())
                .map(transfer -> transfer.decide(verdict, opinion, command))
                .map(transfer -> decided(transfer, command));
    }

    Mono<Outcome<ClueTransfer>> handOver(UUID transferId, Command command) {
        return require(transferId, command.access())
                .map(transfer -> transfer.handOver(command))
                .map(transfer -> Outcome.changed(transfer)
                        .closing(HAND_OVER.name())
                        .opening(CONFIRM_RECEIPT.name(), Assignee.person(transfer.proposedById()), null)
                        .announcing("handedOver", Priority.INFO, command.now()));
    }

    Mono<Outcome<ClueTransfer>> confirmReceipt(UUID transferId, LocalDate day, Command command) {
        return require(transferId, command.access())
                .map(transfer -> transfer.confirmReceipt(day, command))
                .map(transfer -> Outcome.changed(transfer)
                        .closing(CONFIRM_RECEIPT.name())
                        .announcing("received", Priority.INFO, command.now()));
    }

    Mono<ClueTransfer> require(UUID transferId, Access access) {
        requireInsider(access);
        return transfers.require(transferId, access);
    }

    /** A deputy director reads supervision by the director's row of the matrix, but clues are not shown to him (art. 24: confidentiality). */
    void requireInsider(Access access) {
        if (!access.officer().has(INSIDERS)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "线索移送只限督查机构、办公室主任和主要领导知悉。",
                    "Transfers are for the supervision office, the office director and the chief leader.");
        }
    }

    private static Outcome<ClueTransfer> decided(ClueTransfer transfer, Command command) {
        var outcome = Outcome.changed(transfer).closing(APPROVE.name());
        if (transfer.status() == TransferStatus.REJECTED) {
            return outcome.announcing(
                    Event.of("rejected", Priority.INFO, transfer, command.now()).to(Set.of(transfer.proposedById())));
        }
        return outcome.opening(HAND_OVER.name(), Assignee.person(transfer.proposedById()), null)
                .announcing("approved", Priority.ACTION, command.now());
    }
}
