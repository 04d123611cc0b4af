package io.duban.supervision.liaisons;

import static io.duban.platform.identity.Role.UNIT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state with both moves: what stands can be replaced or ended, nothing else. */
class LiaisonMoveTests {

    private static final UUID UNIT = new UUID(1, 1);

    @ParameterizedTest
    @EnumSource
    void replacesAndEndsOnlyWhatStands(LiaisonStatus state) {
        var command = Someone.sees(Someone.at(UNIT, UNIT_HEAD), 1);
        var liaison = new SupervisionLiaison(
                UUID.randomUUID(),
                1,
                state,
                UNIT,
                UUID.randomUUID(),
                null,
                LocalDate.of(2026, 1, 1),
                null,
                UUID.randomUUID(),
                Instant.EPOCH,
                null,
                null,
                null,
                Set.of(UNIT),
                Set.of());
        if (state == LiaisonStatus.NAMED) {
            assertThat(liaison.replaced(command).status()).isEqualTo(LiaisonStatus.REPLACED);
            assertThat(liaison.end("调离", command).status()).isEqualTo(LiaisonStatus.ENDED);
            return;
        }
        for (var step : new Runnable[] {() -> liaison.replaced(command), () -> liaison.end("调离", command)}) {
            assertThatThrownBy(step::run)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_GEN_ILLEGAL_STATE));
        }
    }
}
