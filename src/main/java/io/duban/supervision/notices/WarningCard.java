package io.duban.supervision.notices;

import static io.duban.supervision.notices.CardMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.matters.NoticeKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A yellow or red card (黄牌、红牌): a formal notice to a unit with a reason, not a light, which turns by itself (domain D15).
 *
 * @param clockId the clock of the unit's part it is about: each has at most one standing card of a colour
 * @param reason null only where it is masked for a reader
 */
@Table("supervision_card")
record WarningCard(
        @Id UUID id,
        long version,
        CardStatus status,
        Colour colour,
        @Embedded.Empty PaperHead head,
        UUID assignmentId,
        UUID unitId,
        UUID clockId,
        @Nullable String reason,
        @Embedded.Empty CardIssue issue,
        @Embedded.Empty CardObjection dispute)
        implements SupervisionPaper {

    static final String SUBJECT_TYPE = "supervision.card";

    /** 黄牌 or 红牌. */
    enum Colour {
        YELLOW_CARD(NoticeKind.YELLOW_CARD, "黄牌"),
        RED_CARD(NoticeKind.RED_CARD, "红牌");

        private final NoticeKind kind;
        private final String chinese;

        Colour(NoticeKind kind, String chinese) {
            this.kind = kind;
            this.chinese = chinese;
        }

        NoticeKind numbered() {
            return kind;
        }
    }

    /** A card that is not issued yet; by nobody at the red light, where the district wants that. */
    static WarningCard proposed(
            Colour colour, AssignmentStanding part, String reason, @Nullable Command command, Instant now) {
        part.requireNoLeaders();
        part.requireOpen("PROPOSE_CARD");
        var people = command == null ? Set.<UUID>of() : command.persons();
        var head = PaperHead.drafted(part.matterId(), colour.chinese + ":" + part.title(), people, now);
        return new WarningCard(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                CardStatus.PROPOSED,
                colour,
                head,
                part.assignmentId(),
                part.unitId(),
                part.clockId(),
                reason,
                CardIssue.proposed(command == null ? null : command.officer().id()),
                CardObjection.NONE);
    }

    /** A yellow card is issued in the same breath as it is written, and so begins as issued. */
    WarningCard issuedAtOnce(CardPassage passage, Instant now) {
        return next(1, CardStatus.ISSUED, sent(head, passage), issue.issued(null, now, passage.objectUntil()), dispute);
    }

    void checkDecision(CardMove verdict, Command command) {
        verdict.check(status, version, command);
        command.requireCovers(Set.of(unitId), false);
        Duties.requireAnother(command, issue.proposedById());
    }

    WarningCard approve(@Nullable String opinion, CardPassage passage, Command command) {
        checkDecision(APPROVE, command);
        var approved = issue.issued(command.officer().id(), command.now(), passage.objectUntil());
        return next(version + 1, APPROVE.to(), sent(head.decided(opinion, command), passage), approved, dispute);
    }

    WarningCard reject(@Nullable String opinion, Command command) {
        checkDecision(REJECT, command);
        return next(version + 1, REJECT.to(), head.decided(opinion, command), issue, dispute);
    }

    WarningCard signFor(Command command) {
        SIGN_FOR.checkAt(unitId, status, version, command);
        if (issue.signedForAt() != null) {
            throw Refusal.illegalState(SIGN_FOR.name(), status.name() + "(已签收)", List.of());
        }
        var signed = issue.signedFor(command.officer().id(), command.now());
        return next(version + 1, SIGN_FOR.to(), head.at(command.now()).due(null), signed, dispute);
    }

    /** {@code E_GEN_ILLEGAL_STATE} once the days of CARD_OBJECT are over. */
    WarningCard object(String words, Instant decideBy, Command command) {
        OBJECT.checkAt(unitId, status, version, command);
        if (command.now().isAfter(issue.objectUntil())) {
            throw Refusal.of(RefusalCode.E_GEN_ILLEGAL_STATE, "异议期限已过,不能再提出异议。", "The days to object are over.");
        }
        var objection = CardObjection.of(words, command.officer().id(), command.now());
        return next(version + 1, OBJECT.to(), head.at(command.now()).due(decideBy), issue, objection);
    }

    /** Upheld or withdrawn, by somebody who had no part in issuing it. */
    WarningCard rule(CardMove verdict, String words, Command command) {
        verdict.check(status, version, command);
        command.requireCovers(Set.of(unitId), false);
        Duties.requireUninvolved(command, issue.proposedById(), issue.approvedById());
        var ruled = dispute.ruled(words, command.officer().id(), command.now());
        return next(version + 1, verdict.to(), head.by(command).due(null), issue, ruled);
    }

    /** Whether he would not be refused a move that is in the hands of his posts. */
    boolean isOpenTo(CardMove move, Access access, Instant now) {
        return switch (move) {
            case APPROVE, REJECT -> !Duties.isOneOf(access.persons(), issue.proposedById());
            case SIGN_FOR -> issue.signedForAt() == null;
            case OBJECT -> !now.isAfter(issue.objectUntil());
            case UPHOLD, WITHDRAW -> !Duties.isOneOf(access.persons(), issue.proposedById(), issue.approvedById());
        };
    }

    boolean isRed() {
        return colour == Colour.RED_CARD;
    }

    WarningCard withoutWords() {
        return new WarningCard(
                id,
                version,
                status,
                colour,
                head.saying(null),
                assignmentId,
                unitId,
                clockId,
                null,
                issue,
                dispute.withoutWords());
    }

    private PaperHead sent(PaperHead before, CardPassage passage) {
        return before.numbered(passage.number().label())
                .deliveredTo(Set.of(unitId))
                .due(passage.signBy().currentDueAt());
    }

    private WarningCard next(long now, CardStatus to, PaperHead out, CardIssue through, CardObjection objection) {
        return new WarningCard(id, now, to, colour, out, assignmentId, unitId, clockId, reason, through, objection);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }
}
