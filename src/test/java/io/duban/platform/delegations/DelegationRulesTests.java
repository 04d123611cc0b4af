package io.duban.platform.delegations;

import static io.duban.platform.identity.Role.*;
import static io.duban.support.Someone.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may let whom act for him, for how long and for what. */
class DelegationRulesTests {

    private static final UUID BUREAU = new UUID(8, 0);
    private static final UUID ANOTHER = new UUID(9, 0);

    private final Officer chief = at(OFFICE, CHIEF_LEADER);
    private final Officer deputy = at(OFFICE, DEPUTY_LEADER);
    private final Officer secondDeputy = at(OFFICE, DEPUTY_LEADER);
    private final Officer director = at(OFFICE, OFFICE_DIRECTOR);
    private final Officer head = at(BUREAU, UNIT_HEAD);
    private final DelegationRules rules = new DelegationRules(Duration.ofDays(90), Set.of(OFFICE, BUREAU, ANOTHER));

    @Test
    void aLeaderIsStoodInForByWhoeverDecidesInTheOffice() {
        for (var role : List.of(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)) {
            passes(Given.from(deputy).to(at(OFFICE, role)), deputy, at(OFFICE, role));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CHIEF_LEADER", "DEPUTY_LEADER", "OFFICE_DIRECTOR", "OFFICE_DEPUTY"})
    void andByNobodyElse(io.duban.platform.identity.Role role) {
        var somebody = at(OFFICE, role);
        refused(RefusalCode.E_GEN_VALIDATION, "/delegateId", Given.from(deputy).to(somebody), deputy, somebody);
    }

    @Test
    void aUnitsHeadIsStoodInForByItsOwnDeputyAlone() {
        var second = at(BUREAU, UNIT_DEPUTY);
        passes(Given.from(head).to(second), head, second);
        for (var somebody : List.of(at(ANOTHER, UNIT_DEPUTY), at(BUREAU, UNIT_LIAISON), deputy)) {
            refused(
                    RefusalCode.E_GEN_VALIDATION,
                    "/delegateId",
                    Given.from(head).to(somebody),
                    head,
                    somebody);
        }
    }

    @Test
    void whoDecidesNothingDelegatesNothing() {
        var clerk = at(OFFICE, REGISTRAR);
        refused(RefusalCode.E_GEN_SCOPE, null, Given.from(clerk).to(deputy), clerk, deputy);
    }

    @Test
    void nobodyIsHisOwnDelegate() {
        refused(RefusalCode.E_GEN_VALIDATION, "/delegateId", Given.from(deputy).to(deputy), deputy, deputy);
    }

    @Test
    void nobodyGivesAwayWhatIsAnothersButTheDirectorWithEvidence() {
        var order = Given.from(chief).to(deputy).because("因公出国批件");
        assertThatCode(() -> check(order, chief, deputy, director)).doesNotThrowAnyException();
        refusal(
                RefusalCode.E_GEN_VALIDATION,
                "/evidence",
                () -> check(Given.from(chief).to(deputy), chief, deputy, director));
        refusal(RefusalCode.E_GEN_SCOPE, null, () -> check(order, chief, deputy, secondDeputy));
        refusal(RefusalCode.E_GEN_SCOPE, null, () -> check(order, chief, deputy, at(OFFICE, OFFICE_DEPUTY)));
    }

    @Test
    void theDirectorDoesNotMakeHimselfALeadersDelegate() {
        refusal(
                RefusalCode.E_GEN_SELF_APPROVAL,
                null,
                () -> check(Given.from(chief).to(director).because("批件"), chief, director, director));
    }

    @Test
    void onlyADeputyPresidesAndOnlyOverTheChiefsWork() {
        passes(Given.from(chief).to(deputy).presiding(), chief, deputy);
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/presiding",
                Given.from(chief).to(director).presiding(),
                chief,
                director);
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/presiding",
                Given.from(deputy).to(secondDeputy).presiding(),
                deputy,
                secondDeputy);
    }

    @Test
    void itEndsAfterItBeginsAndLastsNinetyDaysAtMost() {
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/validTo",
                Given.from(chief).to(deputy).between(NOW, NOW),
                chief,
                deputy);
        var longest = NOW.plus(Duration.ofDays(90));
        passes(Given.from(chief).to(deputy).between(NOW, longest), chief, deputy);
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/validTo",
                Given.from(chief).to(deputy).between(NOW, longest.plusMillis(1)),
                chief,
                deputy);
    }

    @Test
    void aDeputyDelegatesUnitsOfHisOwnLineAndTheChiefAnyThereAre() {
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/unitIds",
                Given.from(deputy).to(chief).forUnits(Set.of(BUREAU)),
                deputy,
                chief);
        passes(Given.from(chief).to(deputy).forUnits(Set.of(BUREAU)), chief, deputy);
        refused(
                RefusalCode.E_GEN_VALIDATION,
                "/unitIds",
                Given.from(chief).to(deputy).forUnits(Set.of(UUID.randomUUID())),
                chief,
                deputy);
        var second = at(BUREAU, UNIT_DEPUTY);
        passes(Given.from(head).to(second).forUnits(Set.of(BUREAU)), head, second);
    }

    @Test
    void twoForOneScopeAndTimeAreRefused() {
        var earlier = Given.from(chief)
                .to(deputy)
                .forKinds(Set.of("REQUEST", "REPORT"))
                .delegation();
        var other = Given.from(chief).to(secondDeputy).forKinds(Set.of("REPORT"));
        refusal(
                RefusalCode.E_GEN_DELEGATION_OVERLAP,
                null,
                () -> rules.check(other.order(), chief, secondDeputy, List.of(earlier), sees(chief, 0)));
        assertThatCode(() -> rules.check(
                        Given.from(chief)
                                .to(secondDeputy)
                                .forKinds(Set.of("LETTER"))
                                .order(),
                        chief,
                        secondDeputy,
                        List.of(earlier),
                        sees(chief, 0)))
                .doesNotThrowAnyException();
        refusal(
                RefusalCode.E_GEN_DELEGATION_OVERLAP,
                null,
                () -> rules.check(
                        Given.from(chief).to(deputy).forKinds(Set.of("LETTER")).order(),
                        chief,
                        deputy,
                        List.of(earlier),
                        sees(chief, 0)));
        assertThatCode(() -> rules.check(other.order(), chief, secondDeputy, List.of(earlier.expire()), sees(chief, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void itsPrincipalAndTheDirectorEndItEarlyAndNobodyElse() {
        var delegation = Given.from(chief).to(deputy).delegation();
        assertThat(delegation.end("回来了", sees(chief, 1)).status()).isEqualTo(DelegationStatus.ENDED);
        assertThat(delegation.end("回来了", sees(director, 1)).endedById()).isEqualTo(director.id());
        refusal(RefusalCode.E_GEN_SCOPE, null, () -> delegation.end("x", sees(deputy, 1)));
        refusal(RefusalCode.E_GEN_SCOPE, null, () -> delegation.end("x", sees(at(OFFICE, REGISTRAR), 1)));
        refusal(RefusalCode.E_GEN_STALE_VERSION, null, () -> delegation.end("x", sees(chief, 2)));
        var ended = delegation.end("回来了", sees(chief, 1));
        refusal(RefusalCode.E_GEN_ILLEGAL_STATE, null, () -> ended.end("x", sees(chief, 2)));
        assertThat(delegation.legalActions(chief)).containsExactly("END");
        assertThat(delegation.legalActions(deputy)).isEmpty();
        assertThat(ended.legalActions(chief)).isEmpty();
    }

    private void passes(Given given, Officer principal, Officer delegate) {
        assertThatCode(() -> check(given, principal, delegate, principal)).doesNotThrowAnyException();
    }

    private void refused(RefusalCode code, String pointer, Given given, Officer principal, Officer delegate) {
        refusal(code, pointer, () -> check(given, principal, delegate, principal));
    }

    private void check(Given given, Officer principal, Officer delegate, Officer giver) {
        rules.check(given.order(), principal, delegate, List.of(), sees(giver, 0));
    }

    private static void refusal(RefusalCode code, String pointer, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.pointer()).isEqualTo(pointer);
        });
    }
}
