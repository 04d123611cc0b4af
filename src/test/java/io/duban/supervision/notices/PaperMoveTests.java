package io.duban.supervision.notices;

import static io.duban.supervision.notices.SamplePapers.*;
import static io.duban.support.Someone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every state with every move of every paper: what the domain allows goes where it says, all else is refused and changes nothing. */
class PaperMoveTests {

    @TestFactory
    Stream<DynamicTest> aChaseLetter() {
        return cells(
                ChaseLetterMove.values(),
                ChaseLetterStatus.values(),
                "SIGN PROPOSED ISSUED, REJECT PROPOSED REJECTED, SIGN_FOR ISSUED ISSUED, COMPLETE_SIGNING ISSUED SIGNED_FOR",
                (move, state) -> take(move, letter(state)).status());
    }

    @TestFactory
    Stream<DynamicTest> aCard() {
        return cells(
                CardMove.values(),
                CardStatus.values(),
                "APPROVE PROPOSED ISSUED, REJECT PROPOSED REJECTED, SIGN_FOR ISSUED ISSUED, OBJECT ISSUED OBJECTED, "
                        + "UPHOLD OBJECTED UPHELD, WITHDRAW ISSUED WITHDRAWN, WITHDRAW OBJECTED WITHDRAWN, WITHDRAW UPHELD WITHDRAWN",
                (move, state) -> take(move, card(state)).status());
    }

    @TestFactory
    Stream<DynamicTest> aBulletin() {
        return cells(
                BulletinMove.values(),
                BulletinStatus.values(),
                "EDIT DRAFT DRAFT, SUBMIT DRAFT PENDING_DIRECTOR, HEAR PENDING_DIRECTOR HEARING, COMMENT HEARING HEARING, "
                        + "RETURN PENDING_DIRECTOR DRAFT, RETURN HEARING DRAFT, SIGN PENDING_DIRECTOR SIGNED, SIGN HEARING SIGNED, "
                        + "ISSUE SIGNED ISSUED, CANCEL DRAFT CANCELLED, CANCEL PENDING_DIRECTOR CANCELLED, CANCEL HEARING CANCELLED, CANCEL SIGNED CANCELLED, "
                        + "LAPSE DRAFT CANCELLED, LAPSE PENDING_DIRECTOR CANCELLED, LAPSE HEARING CANCELLED, "
                        + "LAPSE SIGNED CANCELLED, CONFIRM_READING ISSUED ISSUED, CONFIRM_READING CORRECTED CORRECTED, "
                        + "CONFIRM_READING WITHDRAWN WITHDRAWN, CORRECT ISSUED CORRECTED, WITHDRAW ISSUED WITHDRAWN",
                (move, state) -> take(move, bulletin(state, text(BulletinText.Tone.CRITICISE, UNIT)))
                        .status());
    }

    @TestFactory
    Stream<DynamicTest> aTalkNotice() {
        return cells(
                TalkMove.values(),
                TalkStatus.values(),
                "APPROVE PROPOSED ISSUED, REJECT PROPOSED REJECTED, SIGN_FOR ISSUED SIGNED_FOR, RECORD ISSUED RECORDED, "
                        + "RECORD SIGNED_FOR RECORDED",
                (move, state) -> take(move, talk(state)).status());
    }

    @TestFactory
    Stream<DynamicTest> aTransfer() {
        return cells(
                TransferMove.values(),
                TransferStatus.values(),
                "APPROVE PROPOSED APPROVED, REJECT PROPOSED REJECTED, HAND_OVER APPROVED HANDED_OVER, "
                        + "CONFIRM_RECEIPT HANDED_OVER RECEIVED",
                (move, state) -> take(move, transfer(state)).status());
    }

    private static ChaseLetter take(ChaseLetterMove move, ChaseLetter letter) {
        return switch (move) {
            case SIGN -> letter.sign("南督催〔2026〕1号", LATER, LATER, of(DIRECTOR));
            case REJECT -> letter.reject("先电话催", of(DIRECTOR));
            case SIGN_FOR -> letter.signFor(of(LIAISON));
            case COMPLETE_SIGNING -> letter.signFor(of(LIAISON)).signFor(Someone.sees(HEAD, 2));
        };
    }

    private static WarningCard take(CardMove move, WarningCard card) {
        return switch (move) {
            case APPROVE -> card.approve("同意", passage(), of(DIRECTOR));
            case REJECT -> card.reject("不同意", of(DIRECTOR));
            case SIGN_FOR -> card.signFor(of(LIAISON));
            case OBJECT -> card.object("不服", LATER, of(HEAD));
            case UPHOLD, WITHDRAW -> card.rule(move, "已核", of(LEADER));
        };
    }

    private static SupervisionBulletin take(BulletinMove move, SupervisionBulletin bulletin) {
        return switch (move) {
            case EDIT -> bulletin.edit("通报", bulletin.body(), of(SUPERVISOR_WANG));
            case SUBMIT -> bulletin.submit(of(CHIEF_OF_SUPERVISION));
            case HEAR -> bulletin.hear(LATER, of(DIRECTOR));
            case COMMENT -> bulletin.comment(UNIT, of(HEAD));
            case RETURN -> bulletin.giveBack(of(DIRECTOR));
            case SIGN -> bulletin.sign(true, of(LEADER));
            case ISSUE -> bulletin.issue("南督通〔2026〕1号", of(SUPERVISOR_WANG));
            case CANCEL -> bulletin.cancel(of(DIRECTOR));
            case LAPSE -> bulletin.lapse(NOW);
            case CONFIRM_READING -> {
                bulletin.checkReading(UNIT, of(LIAISON));
                yield bulletin;
            }
            case CORRECT, WITHDRAW -> bulletin.replacedBy(bulletin, move, NOW);
        };
    }

    private static TalkNotice take(TalkMove move, TalkNotice talk) {
        return switch (move) {
            case APPROVE -> talk.approve("同意", "南督约〔2026〕1号", of(LEADER));
            case REJECT -> talk.reject("不必", of(LEADER));
            case SIGN_FOR -> talk.signFor(of(HEAD));
            case RECORD -> talk.record(HELD, of(SUPERVISOR_WANG));
        };
    }

    private static ClueTransfer take(TransferMove move, ClueTransfer transfer) {
        return switch (move) {
            case APPROVE, REJECT -> transfer.decide(move, "意见", of(DIRECTOR));
            case HAND_OVER -> transfer.handOver(of(SUPERVISOR_WANG));
            case CONFIRM_RECEIPT -> transfer.confirmReceipt(LocalDate.of(2026, 11, 1), of(SUPERVISOR_WANG));
        };
    }

    /** One test for each cell; the table names those that are allowed: move, from, to. */
    private static <M extends Enum<M>, S extends Enum<S>> Stream<DynamicTest> cells(
            M[] moves, S[] states, String table, BiFunction<M, S, S> step) {
        var allowed = allowed(moves, states, table);
        return Arrays.stream(moves)
                .flatMap(move -> Arrays.stream(states)
                        .map(state -> DynamicTest.dynamicTest(
                                move + " while " + state,
                                () -> check(allowed.get(move).get(state), () -> step.apply(move, state)))));
    }

    private static <M extends Enum<M>, S extends Enum<S>> Map<M, Map<S, S>> allowed(
            M[] moves, S[] states, String table) {
        var allowed = new EnumMap<M, Map<S, S>>(moves[0].getDeclaringClass());
        for (var move : moves) {
            allowed.put(move, new EnumMap<>(states[0].getDeclaringClass()));
        }
        for (var row : table.split(", ")) {
            var cell = row.split(" ");
            var kind = states[0].getDeclaringClass();
            allowed.get(Enum.valueOf(moves[0].getDeclaringClass(), cell[0]))
                    .put(Enum.valueOf(kind, cell[1]), Enum.valueOf(kind, cell[2]));
        }
        return allowed;
    }

    private static <S extends Enum<S>> void check(S expected, Supplier<S> step) {
        if (expected != null) {
            assertThat(step.get()).isEqualTo(expected);
            return;
        }
        assertThatThrownBy(step::get)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE));
    }
}
