package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import java.util.UUID;

/** An inspector on the spot of an issued matter, before the record is in. */
record Spot(MatterSteps matter, UUID inspection) {

    static Spot of(Caller caller) {
        var matter = new MatterSteps(caller)
                .drafted("SPECIAL", true)
                .submitted()
                .approvedBy(LEADER)
                .issued(false);
        var inspection = UUID.randomUUID();
        assertThat(matter.begin(INSPECTOR, inspection).status()).isEqualTo(201);
        return new Spot(matter, inspection);
    }
}
