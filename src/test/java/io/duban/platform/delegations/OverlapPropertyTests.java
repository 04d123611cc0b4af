package io.duban.platform.delegations;

import static io.duban.platform.identity.Role.*;
import static io.duban.support.Someone.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.identity.Officer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two delegations overlap exactly when, at some hour and for some paper of some unit, two people could act for one. */
class OverlapPropertyTests {

    private static final List<String> KINDS = List.of("REQUEST", "REPORT", "LETTER");
    private static final List<UUID> UNITS = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final List<Officer> PEOPLE =
            List.of(at(OFFICE, DEPUTY_LEADER), at(OFFICE, DEPUTY_LEADER), at(OFFICE, DEPUTY_LEADER));
    private static final Officer CHIEF = at(OFFICE, CHIEF_LEADER);

    @Property
    void overlapIsWhatTheHoursAndPapersSay(@ForAll("delegations") Given one, @ForAll("delegations") Given other) {
        var a = one.delegation();
        var b = other.delegation();
        var contested = hours(a).stream().anyMatch(hours(b)::contains)
                && (a.delegateId().equals(b.delegateId())
                        || kinds(a).stream().anyMatch(kinds(b)::contains)
                                && units(a).stream().anyMatch(units(b)::contains));
        assertThat(a.overlaps(other.order())).isEqualTo(contested);
        assertThat(b.overlaps(one.order())).isEqualTo(contested);
    }

    @Property
    void whatWasLetPassOneByOneNeverOverlaps(@ForAll("histories") List<Given> wishes) {
        var passed = new java.util.ArrayList<Delegation>();
        wishes.forEach(wish -> {
            if (passed.stream().noneMatch(earlier -> earlier.overlaps(wish.order()))) {
                passed.add(wish.delegation());
            }
        });
        for (var hour = 0; hour < 12; hour++) {
            for (var kind : KINDS) {
                for (var unit : UNITS) {
                    var at = NOW.plus(Duration.ofHours(hour));
                    assertThat(passed.stream()
                                    .filter(delegation -> delegation.isInForce(at)
                                            && kinds(delegation).contains(kind)
                                            && units(delegation).contains(unit)))
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Given>> histories() {
        return delegations().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Given> delegations() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(KINDS).set().ofMaxSize(2),
                        Arbitraries.of(UNITS).set().ofMaxSize(2))
                .as((delegate, from, length, kinds, units) -> Given.from(CHIEF)
                        .to(delegate)
                        .between(hour(from), hour(from + length))
                        .forKinds(kinds)
                        .forUnits(units));
    }

    private static Instant hour(int number) {
        return NOW.plus(Duration.ofHours(number));
    }

    private static Set<Integer> hours(Delegation delegation) {
        return java.util.stream.IntStream.range(0, 13)
                .filter(hour -> delegation.isInForce(hour(hour)))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<String> kinds(Delegation delegation) {
        return delegation.documentKinds().isEmpty() ? new HashSet<>(KINDS) : delegation.documentKinds();
    }

    private static Set<UUID> units(Delegation delegation) {
        return delegation.unitIds().isEmpty() ? new HashSet<>(UNITS) : delegation.unitIds();
    }
}
