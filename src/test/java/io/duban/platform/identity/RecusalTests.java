package io.duban.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whoever is marked on a subject is kept away from it, whatever his posts reach. */
class RecusalTests {

    private static final UUID UNIT = UUID.fromString("01900000-0000-7000-8000-000000000111");
    private final Permissions permissions = new Permissions();

    @Test
    void aMarkOfAPersonOrOfHisUnitOutweighsEveryPost() {
        for (var role : List.of(Role.CHIEF_LEADER, Role.HOTLINE_MANAGER, Role.UNIT_HEAD, Role.DUTY_OFFICER)) {
            var officer = officer(role);
            var reach = permissions.reach(officer, "ticket:list");
            var participants = new HashSet<>(Set.of(officer.id(), UNIT));
            assertThat(reach.covers(Set.of(UNIT), participants)).isTrue();
            for (var reported : List.of(officer.id(), UNIT)) {
                var marked = new HashSet<>(participants);
                marked.addAll(Recusal.of(Set.of(reported)));
                assertThat(reach.covers(Set.of(UNIT), marked))
                        .as(role + " " + reported)
                        .isFalse();
            }
        }
    }

    @Test
    void aMarkOfSomebodyElseKeepsNobodyElseAway() {
        var officer = officer(Role.CHIEF_LEADER);
        var marked = Recusal.of(Set.of(UUID.randomUUID()));
        assertThat(permissions.reach(officer, "ticket:list").covers(Set.of(), marked))
                .isTrue();
    }

    @Property
    void aMarkIsNobodysIdAndIsKnownForWhatItIs(@ForAll long high) {
        var id = new UUID(high, UNIT.getLeastSignificantBits());
        var marks = Recusal.of(Set.of(id));
        assertThat(marks).hasSize(1).doesNotContain(id);
        var together = new HashSet<>(marks);
        together.add(id);
        assertThat(Recusal.among(together)).isEqualTo(marks);
    }

    private static Officer officer(Role role) {
        return new Officer(
                UUID.fromString("01900000-0000-7000-8000-000000000201"),
                "n",
                UNIT,
                Set.of(new Post(role, UNIT)),
                Set.of(UNIT),
                "c",
                true,
                Set.of("office"),
                null);
    }
}
