package io.duban.platform.identity;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A role held at an organization; a person may hold several. */
public record Post(Role role, UUID unitId) {

    /** Reads posts as SQL gathers them, {@code "ROLE unit-id"} each. */
    static Set<Post> parse(String[] rows) {
        return Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(row -> new Post(Role.valueOf(row[0]), UUID.fromString(row[1])))
                .collect(Collectors.toUnmodifiableSet());
    }
}
