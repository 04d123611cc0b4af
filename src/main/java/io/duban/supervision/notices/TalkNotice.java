package io.duban.supervision.notices;

import static io.duban.supervision.notices.TalkMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A talk notice (约谈通知) to the head of a unit; the record of the talk closes it.
 *
 * @param reason null only where it is masked for a reader
 */
@Table("supervision_talk_notice")
record TalkNotice(
        @Id UUID id,
        long version,
        TalkStatus status,
        @Embedded.Empty PaperHead head,
        UUID unitId,
        @Nullable String reason,
        Instant talkAt,
        @Nullable String place,
        UUID proposedById,
        @Nullable UUID approvedById,
        @Nullable Instant issuedAt,
        @Nullable UUID signedForById,
        @Nullable Instant signedForAt,
        @Embedded.Empty TalkRecord talk)
        implements SupervisionPaper {

    static final String SUBJECT_TYPE = "supervision.talk";

    /** Who is to be talked to, why, when and where. */
    record Order(
            UUID unitId,
            @Nullable UUID matterId,
            String reason,
            Instant talkAt,
            @Nullable String place) {}

    static TalkNotice proposed(Order order, String unitName, Command command) {
        if (!order.talkAt().isAfter(command.now())) {
            throw Refusal.invalid("/talkAt", "约谈时间须晚于现在。", "The talk must lie ahead.");
        }
        return new TalkNotice(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                TalkStatus.PROPOSED,
                PaperHead.drafted(order.matterId(), "约谈:" + unitName, command.persons(), command.now()),
                order.unitId(),
                order.reason(),
                order.talkAt(),
                order.place(),
                command.officer().id(),
                null,
                null,
                null,
                null,
                TalkRecord.NONE);
    }

    /** The chief leader's word; a delegate gives it only where he presides over the work (domain 2.4.4). */
    void checkDecision(TalkMove verdict, Command command) {
        verdict.check(status, version, command);
        command.requireCovers(Set.of(unitId), true);
        Duties.requireAnother(command, proposedById);
    }

    TalkNotice approve(@Nullable String opinion, String number, Command command) {
        checkDecision(APPROVE, command);
        var out = head.decided(opinion, command)
                .numbered(number)
                .deliveredTo(Set.of(unitId))
                .due(talkAt);
        return next(APPROVE, out, command.officer().id(), command.now(), null, null, talk);
    }

    TalkNotice reject(@Nullable String opinion, Command command) {
        checkDecision(REJECT, command);
        return next(REJECT, head.decided(opinion, command), null, null, null, null, talk);
    }

    TalkNotice signFor(Command command) {
        SIGN_FOR.checkAt(unitId, status, version, command);
        return next(
                SIGN_FOR,
                head.at(command.now()),
                approvedById,
                issuedAt,
                command.officer().id(),
                command.now(),
                talk);
    }

    TalkNotice record(TalkRecord held, Command command) {
        RECORD.check(status, version, command);
        var recorded = held.by(command.officer().id(), command.now());
        return next(RECORD, head.by(command).due(null), approvedById, issuedAt, signedForById, signedForAt, recorded);
    }

    /** Whether he would not be refused a move that is in the hands of his posts. */
    boolean isOpenTo(TalkMove move, Access access) {
        return move != APPROVE && move != REJECT || !Duties.isOneOf(access.persons(), proposedById);
    }

    TalkNotice withoutWords() {
        return new TalkNotice(
                id,
                version,
                status,
                head.saying(null),
                unitId,
                null,
                talkAt,
                null,
                proposedById,
                approvedById,
                issuedAt,
                signedForById,
                signedForAt,
                talk.withoutWords());
    }

    private TalkNotice next(
            TalkMove move,
            PaperHead out,
            @Nullable UUID approver,
            @Nullable Instant issued,
            @Nullable UUID signer,
            @Nullable Instant signed,
            TalkRecord held) {
        return new TalkNotice(
                id,
                version + 1,
                move.to(),
                out,
                unitId,
                reason,
                talkAt,
                place,
                proposedById,
                approver,
                issued,
                signer,
                signed,
                held);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }
}
