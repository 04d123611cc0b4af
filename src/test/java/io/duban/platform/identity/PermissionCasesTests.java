package io.duban.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Every cell of the matrix against every relation to an object, on phone and desktop, as the specification expects it. */
class PermissionCasesTests {

    private static final UUID ME = new UUID(0, 1);
    private static final UUID MY_UNIT = new UUID(0, 2);
    private static final UUID MY_LINE = new UUID(0, 3);
    private static final UUID ANOTHER_UNIT = new UUID(0, 4);

    private final Permissions permissions = new Permissions();

    @Test
    void decidesAsTheSpecificationExpects() throws IOException {
        var wrong = new ArrayList<String>();
        var checked = 0;
        for (var line : cases()) {
            var cells = line.split(",", -1);
            if (cells[0].equals("citizen")) {
                continue; // no post of the office: citizens have a channel of their own, which is not built yet
            }
            checked++;
            var decided = decide(cells[0], cells[1], cells[2], cells[3]);
            if (!decided.equals(cells[4] + (cells[5].isEmpty() ? "" : " " + cells[5]))) {
                wrong.add(line + " but was " + decided);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(9_000);
    }

    @Test
    void aWiderTokenOpensNoMoreThanThePostAndANarrowerOneLess() {
        var leader = officer("leader", true, Set.of("ticket:list"));
        assertThat(permissions.reach(leader, "ticket:list").isNone()).isFalse();
        assertThat(permissions.reach(leader, "doc:read").isNone()).isTrue();
        assertThat(permissions
                        .reach(officer("handler", true, Set.of("ticket:dispatch")), "ticket:dispatch")
                        .isNone())
                .isTrue();
    }

    @Test
    void anotherPostNeverTakesARightAway() {
        for (var action : permissions.actions()) {
            var one = officer("liaison", true, Set.of("office"));
            var posts = new java.util.HashSet<>(one.posts());
            posts.add(new Post(Role.SUPERVISOR, ANOTHER_UNIT));
            var both = new Officer(ME, "n", MY_UNIT, posts, Set.of(), "c", true, Set.of("office"), null);
            for (var relation : List.of("own", "unit", "line", "office")) {
                if (covers(permissions.reach(one, action), relation)) {
                    assertThat(covers(permissions.reach(both, action), relation))
                            .as(action + " " + relation)
                            .isTrue();
                }
            }
        }
    }

    private String decide(String column, String action, String relation, String channel) {
        var reach = permissions.reach(officer(column, channel.equals("desktop"), Set.of("office")), action);
        if (reach.isNone()) {
            return "403";
        }
        if (!covers(reach, relation)) {
            return isList(action) ? "EMPTY" : "404";
        }
        return reach.masks(units(relation), participants(relation)) ? "ALLOW masked" : "ALLOW";
    }

    /** One database is one district: what belongs to another is not there at all. */
    private static boolean covers(Reach reach, String relation) {
        return !relation.equals("foreign") && reach.covers(units(relation), participants(relation));
    }

    private static Set<UUID> units(String relation) {
        return switch (relation) {
            case "unit" -> Set.of(MY_UNIT);
            case "line" -> Set.of(MY_LINE);
            default -> Set.of(ANOTHER_UNIT);
        };
    }

    private static Set<UUID> participants(String relation) {
        return relation.equals("own") ? Set.of(ME) : Set.of();
    }

    private static Officer officer(String column, boolean desktop, Set<String> scopes) {
        var role = Arrays.stream(Role.values())
                .filter(known -> column.equals(known.column()))
                .findFirst()
                .orElseThrow();
        var portfolio = column.equals("deputy") ? Set.of(MY_LINE) : Set.<UUID>of();
        return new Officer(ME, "n", MY_UNIT, Set.of(new Post(role, MY_UNIT)), portfolio, "c", desktop, scopes, null);
    }

    private static boolean isList(String action) throws IllegalArgumentException {
        return EMPTY_FOR.contains(action);
    }

    private static final Set<String> EMPTY_FOR = emptyFor();

    /** Which actions answer an empty list, as the cases themselves say. */
    private static Set<String> emptyFor() {
        try {
            return cases().stream()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[4].equals("EMPTY"))
                    .map(cells -> cells[1])
                    .collect(java.util.stream.Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> cases() throws IOException {
        return new ClassPathResource("io/duban/platform/identity/permission-cases.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }
}
