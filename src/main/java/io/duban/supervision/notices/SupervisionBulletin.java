package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.CHIEF_LEADER;
import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;
import static io.duban.supervision.notices.BulletinMove.*;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A bulletin (督查通报). Once issued its text never changes: another bulletin with a number of its own corrects or withdraws it.
 *
 * @param hearingRound how often the named units were asked; their comments belong to a round
 * @param hearingUntil until when the named units may comment; null while they are not asked
 * @param correctedById the bulletin that took its place; null while it stands
 */
@Table("supervision_bulletin")
record SupervisionBulletin(
        @Id UUID id,
        long version,
        BulletinStatus status,
        @Embedded.Empty PaperHead head,
        @Embedded.Empty BulletinText body,
        @Embedded.Empty BulletinHands hands,
        @Embedded.Empty BulletinOrigin origin,
        int hearingRound,
        @Nullable Instant hearingUntil,
        @Nullable UUID correctedById)
        implements SupervisionPaper {

    static final String SUBJECT_TYPE = "supervision.bulletin";

    /**
     * @param matterId null when it is about no single matter
     * @param author whose desk it lies on
     */
    static SupervisionBulletin drafted(
            @Nullable UUID matterId, String title, BulletinText body, BulletinOrigin origin, UUID author, Instant now) {
        return new SupervisionBulletin(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                BulletinStatus.DRAFT,
                PaperHead.drafted(matterId, title, Set.of(author), now),
                body,
                BulletinHands.drafting(author),
                origin,
                0,
                null,
                null);
    }

    SupervisionBulletin edit(String title, BulletinText text, Command command) {
        EDIT.check(status, version, command);
        return next(EDIT, head.by(command).entitled(title), text, hands);
    }

    SupervisionBulletin submit(Command command) {
        SUBMIT.check(status, version, command);
        body.requireRecipients();
        return next(
                SUBMIT,
                head.by(command),
                body,
                hands.submitted(command.officer().id()));
    }

    /** The named units see it, and may comment until the hearing ends (domain 2.4.4: one working day before issue). */
    SupervisionBulletin hear(Instant until, Command command) {
        HEAR.check(status, version, command);
        Duties.requireAnother(command, hands.draftedById(), hands.submittedById());
        if (body.namedUnitIds().isEmpty()) {
            throw Refusal.invalid("/", "没有点名单位,无须听取意见,可直接签发。", "It names no unit; sign it.");
        }
        var shown = head.by(command).deliveredTo(body.namedUnitIds()).due(until);
        return next(HEAR, shown, body, hands.heard(command.officer().id()), hearingRound + 1, until);
    }

    /** One unit's word; others may speak at the same time. */
    SupervisionBulletin comment(UUID unitId, Command command) {
        if (!body.namedUnitIds().contains(unitId)) {
            throw Refusal.notFound();
        }
        COMMENT.checkAtOneOf(unitId, status, command);
        return next(COMMENT, head.at(command.now()), body, hands, hearingRound, hearingUntil);
    }

    SupervisionBulletin giveBack(Command command) {
        RETURN.check(status, version, command);
        return next(RETURN, head.by(command).takenBack(), body, BulletinHands.drafting(hands.draftedById()));
    }

    /**
     * By the chief leader where it praises or criticises by name, else by the director.
     *
     * @param heard whether every named unit has commented
     */
    SupervisionBulletin sign(boolean heard, Command command) {
        SIGN.check(status, version, command);
        if (!command.officer().has(signer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "点名批评、表扬的通报由主要领导签发,其他通报由办公室主任签发。",
                    "The chief leader signs what praises or criticises by name, the office director all else.");
        }
        command.requireCovers(body.everybody(), body.needsChief());
        Duties.requireAnother(command, hands.draftedById(), hands.submittedById());
        requireHeard(heard, command.now());
        return next(
                SIGN,
                head.by(command).due(null),
                body,
                hands.signed(command.officer().id(), command.now()));
    }

    SupervisionBulletin issue(String number, Command command) {
        ISSUE.check(status, version, command);
        var out = head.by(command).numbered(number).deliveredTo(body.everybody());
        return next(ISSUE, out, body, hands.issued(command.officer().id(), command.now()));
    }

    SupervisionBulletin cancel(Command command) {
        CANCEL.check(status, version, command);
        return next(CANCEL, head.by(command).takenBack(), body, hands);
    }

    /** The card it rested on was withdrawn before it went out. */
    SupervisionBulletin lapse(Instant now) {
        LAPSE.requireFrom(status);
        return next(LAPSE, head.at(now).takenBack(), body, hands);
    }

    /** Another bulletin took its place; its own words stay as they were issued. */
    SupervisionBulletin replacedBy(SupervisionBulletin correction, BulletinMove move, Instant now) {
        move.requireFrom(status);
        return new SupervisionBulletin(
                id, version + 1, move.to(), head.at(now), body, hands, origin, hearingRound, null, correction.id());
    }

    void checkReading(UUID unitId, Command command) {
        CONFIRM_READING.checkAtOneOf(unitId, status, command);
        if (!body.everybody().contains(unitId)) {
            throw Refusal.notFound();
        }
    }

    /** Praise and criticism by name are the chief leader's to sign (domain 2.4.4). */
    Role signer() {
        return body.needsChief() ? CHIEF_LEADER : OFFICE_DIRECTOR;
    }

    SupervisionBulletin withoutWords() {
        return new SupervisionBulletin(
                id, version, status, head, body.saying(null), hands, origin, hearingRound, hearingUntil, correctedById);
    }

    /** @param all whether every named unit has commented; else their day must be over */
    boolean isHeard(boolean all, Instant now) {
        return body.namedUnitIds().isEmpty() || all || hearingUntil != null && now.isAfter(hearingUntil);
    }

    private void requireHeard(boolean heard, Instant now) {
        if (!isHeard(heard, now)) {
            throw Refusal.of(
                    RefusalCode.E_SUP_CONCLUSION_UNSUPPORTED,
                    "被点名单位的意见尚未收齐,听取意见的一个工作日也未满,不能签发。",
                    "Not every named unit has commented, and their working day to do so is not over.");
        }
    }

    private SupervisionBulletin next(BulletinMove move, PaperHead out, BulletinText text, BulletinHands through) {
        return next(move, out, text, through, hearingRound, null);
    }

    private SupervisionBulletin next(
            BulletinMove move,
            PaperHead out,
            BulletinText text,
            BulletinHands through,
            int round,
            @Nullable Instant until) {
        return new SupervisionBulletin(
                id, version + 1, move.to(), out, text, through, origin, round, until, correctedById);
    }

    @Override
    public String subjectType() {
        return SUBJECT_TYPE;
    }
}
