package io.duban.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a mandate opens, and where it ends. */
class MandateTests {

    private static final UUID HOUSING = new UUID(0, 1);
    private static final UUID URBAN = new UUID(0, 2);

    private final Permissions permissions = new Permissions();

    @Test
    void opensWhatALeaderDecidesAndNothingKeptAtADesk() {
        var all = mandate(false, Set.of(), Set.of());
        assertThat(permissions.actions().stream().filter(all::opens))
                .contains("doc:decide", "doc:sign-issue", "doc:annotate", "notice:confirm", "supervision:close")
                .doesNotContain("doc:register", "doc:number-and-seal", "doc:archive", "doc:export")
                .doesNotContain(
                        "delegation:create", "delegation:read", "ticket:read", "audit:read", "role:confirm-grant");
        assertThat(all.opens("self")).isTrue();
        assertThat(mandate(false, Set.of("REQUEST"), Set.of()).opens("supervision:close"))
                .isFalse();
        assertThat(mandate(false, Set.of("REQUEST"), Set.of()).opens("doc:decide"))
                .isTrue();
    }

    @Test
    void coversItsKindsOfPaperAndItsUnits() {
        var all = mandate(false, Set.of(), Set.of());
        assertThatCode(() -> all.requireCovers("REQUEST", URBAN, false)).doesNotThrowAnyException();
        var limited = mandate(false, Set.of("REQUEST"), Set.of(HOUSING));
        assertThatCode(() -> limited.requireCovers("REQUEST", HOUSING, false)).doesNotThrowAnyException();
        refused(RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED, () -> limited.requireCovers("REPORT", HOUSING, false));
        refused(RefusalCode.E_GEN_SCOPE, () -> limited.requireCovers("REQUEST", URBAN, false));
        refused(RefusalCode.E_GEN_SCOPE, () -> limited.requireCovers(Set.of(URBAN), false));
        refused(RefusalCode.E_GEN_SCOPE, () -> limited.requireCovers(Set.of(), false));
    }

    @Test
    void whatTheLawGivesToTheChiefIsCoveredOnlyForWhoPresides() {
        refused(
                RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                () -> mandate(false, Set.of(), Set.of()).requireCovers("REQUEST", URBAN, true));
        assertThatCode(() -> mandate(true, Set.of(), Set.of()).requireCovers("REQUEST", URBAN, true))
                .doesNotThrowAnyException();
    }

    @Test
    void anOfficerActedForInSomeUnitsReachesNoOther() {
        for (var role : Role.values()) {
            if (role.column() == null) {
                continue;
            }
            var officer = officer(role, Set.of(HOUSING, URBAN));
            var part = officer.within(Set.of(HOUSING));
            for (var action : permissions.actions()) {
                var whole = permissions.reach(officer, action).whole();
                var narrowed = permissions.reach(part, action).whole();
                assertThat(narrowed.everything()).isFalse();
                assertThat(narrowed.covers(Set.of(URBAN), Set.of()))
                        .as(role + " " + action)
                        .isFalse();
                assertThat(narrowed.covers(Set.of(HOUSING), Set.of()))
                        .as(role + " " + action)
                        .isEqualTo(whole.covers(Set.of(HOUSING), Set.of()));
            }
        }
    }

    private static Officer officer(Role role, Set<UUID> portfolio) {
        var post = new Post(role, new UUID(0, 3));
        return new Officer(
                new UUID(0, 4), "n", post.unitId(), Set.of(post), portfolio, "c", true, Set.of("office"), null);
    }

    private static Mandate mandate(boolean presiding, Set<String> kinds, Set<UUID> units) {
        return new Mandate(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Instant.MIN,
                Instant.MAX,
                presiding,
                kinds,
                units);
    }

    private static void refused(RefusalCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
