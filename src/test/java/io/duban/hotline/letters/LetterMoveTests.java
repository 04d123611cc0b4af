package io.duban.hotline.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of a letter's table, and what a published answer must not say. */
class LetterMoveTests {

    private static final Map<LetterMove, String> SPECIFIED = Map.of(
            LetterMove.SIGN_AS_HEAD, "PENDING_HEAD>SIGNED",
            LetterMove.SIGN_AND_PASS, "PENDING_HEAD>PENDING_OFFICE",
            LetterMove.SIGN_FOR_OFFICE, "PENDING_OFFICE>SIGNED",
            LetterMove.PUBLISH, "SIGNED>PUBLISHED",
            LetterMove.WITHDRAW_PUBLICATION, "PUBLISHED>SIGNED",
            LetterMove.ANSWER_AGAIN, "PENDING_HEAD PENDING_OFFICE SIGNED PUBLISHED>PENDING_HEAD");

    static Stream<Arguments> cells() {
        return Stream.of(LetterMove.values())
                .flatMap(move -> Stream.of(LetterStatus.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(LetterMove move, LetterStatus state) {
        var ends = SPECIFIED.get(move).split(">");
        assertThat(move.to().name()).isEqualTo(ends[1]);
        assertThat(move.from().contains(state))
                .isEqualTo(Set.of(ends[0].split(" ")).contains(state.name()));
        for (var role : move.hands()) {
            var command = Someone.sees(Someone.at(Someone.OFFICE, role), 1);
            if (move.from().contains(state)) {
                assertThatCode(() -> move.check(state, 1, command)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> move.check(state, 1, command))
                        .satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
            }
        }
    }

    @Test
    void everyOtherRoleIsRefused() {
        for (var move : LetterMove.values()) {
            for (var role : Role.values()) {
                if (!move.hands().contains(role)) {
                    var command = Someone.sees(Someone.at(Someone.OFFICE, role), 1);
                    assertThatThrownBy(() -> move.check(move.from().iterator().next(), 1, command))
                            .satisfies(refused(RefusalCode.E_GEN_SCOPE));
                }
            }
        }
    }

    @Test
    void theOfficeSignsWhatGoesToTheGovernorOrTheMayor() {
        for (var channel : LetterChannel.values()) {
            var office = Set.of(LetterChannel.MAYOR_MAILBOX, LetterChannel.GOVERNOR_MAILBOX)
                    .contains(channel);
            assertThat(LetterMove.ofHead(channel).to())
                    .isEqualTo(office ? LetterStatus.PENDING_OFFICE : LetterStatus.SIGNED);
        }
    }

    @Test
    void aPublishedAnswerNamesNobody() {
        var writer = new LetterWriter("张三", "05461234567", null, true, false);
        writer.requireUnnamed("来信反映的路灯已修复，共 12 盏，编号 2026112800012345。");
        for (var text : new String[] {
            "张三同志：路灯已修复", "请拨打05461234567", "联系人 13800001234", "身份证370502199001011234", "37050219900101123X"
        }) {
            assertThatThrownBy(() -> writer.requireUnnamed(text))
                    .as(text)
                    .satisfies(refused(RefusalCode.E_GEN_VALIDATION));
        }
        assertThatThrownBy(() -> new LetterWriter(null, null, null, true, true).requireUnnamed("路灯已修复"))
                .satisfies(refused(RefusalCode.E_GEN_SCOPE));
    }

    private static Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
