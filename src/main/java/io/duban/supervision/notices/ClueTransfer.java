package io.duban.supervision.notices;

import static io.duban.supervision.notices.TransferMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A clue found in supervision that goes to who investigates it (线索移送, 政府督查工作条例 art. 23): to whom, when, and on which paper slip. It is
 * never delivered to a unit.
 *
 * @param receivingBody the body's name
 * @param slipNumber of the paper circulation slip the clue itself is kept with
 * @param classified the content is a state secret: then the slip's number is all that is here
 * @param summary null for what is classified, and where nothing more is to be said
 */
@Table("supervision_clue_transfer")
record ClueTransfer(
        @Id UUID id,
        long version,
        TransferStatus status,
        @Embedded.Empty PaperHead head,
        Receiver receiver,
        String receivingBody,
        String slipNumber,
        boolean classified,
        @Nullable String summary,
        UUID proposedById,
        @Nullable UUID approvedById,
        @Nullable UUID handedOverById,
        @Nullable Instant handedOverAt,
        @Nullable LocalDate receivedOn)
        implements SupervisionPaper {

    static final String SUBJECT_TYPE = "supervision.transfer";

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    /** The same for every one of them: the stream says nothing of a clue. */
    private static final String TITLE = "问题线索移送";

    /** 监察机关 for breaches of duty by public servants, 司法机关 for other crimes. */
    enum Receiver {
        SUPERVISORY_COMMISSION,
        JUDICIAL_ORGAN
    }

    /** What is to be transferred to whom. */
    record Order(
            @Nullable UUID matterId,
            Receiver receiver,
            String receivingBody,
            String slipNumber,
            boolean classified,
            @Nullable String summary) {}

    /** {@code E_GEN_CLASSIFIED_REFUSED} for a word about what is classified (domain D2). */
    static ClueTransfer proposed(Order order, Command command) {
        if (order.classified() && order.summary() != null && !order.summary().isBlank()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_CLASSIFIED_REFUSED,
                    "涉密线索只登记纸质流转单编号,不得写入内容。",
                    "Of a classified clue only the number of its paper slip is kept here.");
        }
        return new ClueTransfer(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                TransferStatus.PROPOSED,
                PaperHead.drafted(order.matterId(), TITLE, command.persons(), command.now()),
                order.receiver(),
                order.receivingBody(),
                order.slipNumber(),
                order.classified(),
                order.summary(),
                command.officer().id(),
                null,
                null,
                null,
                null);
    }

    ClueTransfer decide(TransferMove verdict, @Nullable String opinion, Command command) {
        verdict.check(status, version, command);
        command.requireCovers(Set.of(), false);
        Duties.requireAnother(command, proposedById);
        var approver = verdict == APPROVE ? command.officer().id() : null;
        return next(verdict, head.decided(opinion, command), approver, null, null, null);
    }

    ClueTransfer handOver(Command command) {
        HAND_OVER.check(status, version, command);
        return next(HAND_OVER, head.by(command), approvedById, command.officer().id(), command.now(), null);
    }

    /**
     * @param day on which the receiving body took it, as its receipt says
     */
    ClueTransfer confirmReceipt(LocalDate day, Command command) {
        CONFIRM_RECEIPT.check(status, version, command);
        if (day.isAfter(command.now().atZone(OFFICE).toLocalDate())) {
            throw Refusal.invalid("/receivedOn", "接收日期不能晚于今天。", "It was received today at the latest.");
        }
        return next(CONFIRM_RECEIPT, head.by(command), approvedById, handedOverById, handedOverAt, day);
    }

    /** Whether he would not be refused a move that is in the hands of his posts. */
    boolean isOpenTo(TransferMove move, Access access) {
        return move != APPROVE && move != TransferMove.REJECT || !Duties.isOneOf(access.persons(), proposedById);
    }

    private ClueTransfer next(
            TransferMove move,
            PaperHead out,
            @Nullable UUID approver,
            @Nullable UUID handler,
            @Nullable Instant handed,
            @Nullable LocalDate received) {
        return new ClueTransfer(
                id,
                version + 1,
                move.to(),
                out,
                receiver,
                receivingBody,
                slipNumber,
                classified,
                summary,
                proposedById,
                approver,
                handler,
                handed,
                received);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }
}
