package io.duban.hotline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.anonymity.Anonymity;
import io.duban.hotline.tickets.ClosedTickets.ClosedTicket;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the exemplary case's table, written down a second time (domain B32). */
class CaseMoveTests {

    private static final Map<CaseMove, String> SPECIFIED = Map.of(
            CaseMove.DRAFT_CASE, ">DRAFTED",
            CaseMove.AMEND_CASE, "DRAFTED RETURNED>DRAFTED",
            CaseMove.SIGN_CASE, "DRAFTED>SIGNED",
            CaseMove.RETURN_CASE, "DRAFTED>RETURNED",
            CaseMove.REPORT_CASE, "SIGNED>REPORTED",
            CaseMove.DROP_CASE, "DRAFTED RETURNED>DROPPED");

    private static final ExemplaryCase.Text TEXT = new ExemplaryCase.Text("一次夜间施工扰民的处置", "接单当晚到场,三日后复查。");

    static Stream<Arguments> cells() {
        return Stream.of(CaseMove.values())
                .flatMap(move -> Stream.of(CaseStatus.values()).map(state -> Arguments.of(move, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("cells")
    void isLegalExactlyWhereSpecified(CaseMove move, CaseStatus state) {
        var ends = SPECIFIED.get(move).split(">");
        assertThat(move.to().name()).isEqualTo(ends[1]);
        var officer = Someone.at(Someone.OFFICE, move.hands().iterator().next());
        if (Set.of(ends[0].split(" ")).contains(state.name())) {
            move.check(state, 3, Someone.sees(officer, 3));
        } else {
            assertThatThrownBy(() -> move.check(state, 3, Someone.sees(officer, 3)))
                    .satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @Test
    void onlyTheDirectorSignsAndNeverHisOwnDraft() {
        for (var role : Role.values()) {
            assertThat(CaseMove.SIGN_CASE.isInHandsOf(Someone.at(Someone.OFFICE, role)))
                    .isEqualTo(role == Role.OFFICE_DIRECTOR);
        }
        var both = Someone.at(Someone.OFFICE, Role.HOTLINE_MANAGER, Role.OFFICE_DIRECTOR);
        var own = drafted(both);
        assertThatThrownBy(() -> own.signed(Someone.sees(both, 1))).satisfies(refused(RefusalCode.E_GEN_SELF_APPROVAL));
        var director = Someone.at(Someone.OFFICE, Role.OFFICE_DIRECTOR);
        assertThat(own.signed(Someone.sees(director, 1)).status()).isEqualTo(CaseStatus.SIGNED);
        assertThatThrownBy(() -> own.returned(" ", Someone.sees(director, 1)))
                .satisfies(refused(RefusalCode.E_GEN_VALIDATION));
    }

    @ParameterizedTest
    @CsvSource({"true,false,true", "false,false,false", "true,true,false"})
    void isDrawnOnlyFromWhatEndedWellAndIsNotSecret(boolean content, boolean secret, boolean drawn) {
        var manager = Someone.at(Someone.OFFICE, Role.HOTLINE_MANAGER);
        var ticket = ticket(content, secret);
        if (drawn) {
            assertThat(ExemplaryCase.drafted(ticket, TEXT, Someone.sees(manager, 0))
                            .status())
                    .isEqualTo(CaseStatus.DRAFTED);
        } else {
            assertThatThrownBy(() -> ExemplaryCase.drafted(ticket, TEXT, Someone.sees(manager, 0)))
                    .satisfies(refused(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "张三反映夜间施工,true",
        "张 三反映夜间施工,true",
        "来电号码13800001234,true",
        "来电号码138-0000-1234,true",
        "来电号码１３８００００１２３４,true",
        "地点在东湖路 1 号,true",
        "他留了15912345678,true",
        "2026-11-28 15912345678来电,true",
        "住在桃花岛路18号,true",
        "身份证11010119900307123X,true",
        "工单号RX20261123000123的做法,false",
        "市民反映夜间施工,false",
        "三张罚单之后停工,false"
    })
    void aTextStillSaysWhoAskedOrDoesNot(String text, boolean broken) {
        var told = ticket(true, false);
        assertThat(Anonymity.of(told.citizenName(), told.citizenPhone(), told.citizenAddress(), told.address())
                        .isBrokenBy(text))
                .isEqualTo(broken);
    }

    @Test
    void anAnonymousTicketHidesNothing() {
        var anonymous = Anonymity.of(null, " ", "");
        assertThat(anonymous.isBrokenBy("市民反映夜间施工")).isFalse();
    }

    private static ExemplaryCase drafted(Officer officer) {
        return ExemplaryCase.drafted(ticket(true, false), TEXT, Someone.sees(officer, 0));
    }

    private static ClosedTicket ticket(boolean content, boolean secret) {
        return new ClosedTicket(
                new UUID(9, 9),
                "RX1",
                content,
                secret,
                "张三",
                "138 0000 1234",
                "桃花岛路18号",
                "东湖路1号",
                Set.of(new UUID(1, 1)));
    }

    private static Consumer<Throwable> refused(RefusalCode code) {
        return fault -> assertThat(((Refusal) fault).code()).isEqualTo(code);
    }
}
