package io.duban.hotline.tickets;

import io.duban.hotline.catalog.LowerKinds;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.identity.UnitDirectory;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Subdistricts and townships, and who in the district hears of what is dispatched straight to one. */
@Component
class LowerUnits {

    private final UnitDirectory units;
    private final Directory directory;

    LowerUnits(UnitDirectory units, Directory directory) {
        this.units = units;
        this.directory = directory;
    }

    Mono<Boolean> contain(UUID unitId) {
        return units.units(Set.of(unitId)).any(unit -> LowerKinds.contain(unit.kind()));
    }

    /**
     * Who coordinates it in the district (北京市接诉即办工作条例 art. 12: what goes straight to a subdistrict goes to the district government, too): the
     * leaders in charge of it and the office's deputies; nobody for any other unit.
     */
    Mono<Set<UUID>> districtOf(UUID unitId) {
        return contain(unitId)
                .flatMap(lower -> lower
                        ? directory
                                .leadersInChargeOf(Set.of(unitId))
                                .zipWith(directory.holdersOf(Role.OFFICE_DEPUTY), LowerUnits::both)
                        : Mono.just(Set.of()));
    }

    private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
