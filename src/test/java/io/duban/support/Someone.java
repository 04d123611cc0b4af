package io.duban.support;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Mandate;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Officers and commands for tests of plain domain types. */
public final class Someone {

    public static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    public static final UUID OFFICE = new UUID(7, 0);

    private Someone() {}

    /** A person of that unit who holds these roles there. */
    public static Officer at(UUID unitId, Role... roles) {
        var posts = Arrays.stream(roles).map(role -> new Post(role, unitId)).collect(Collectors.toSet());
        return new Officer(
                UUID.randomUUID(), "某人", unitId, posts, Set.of(), "duban-phone", false, Set.of("office"), null);
    }

    /** What the officer commands after he saw this version; how he got access is not asked by domain types. */
    @SuppressWarnings("NullAway")
    public static Command sees(Officer officer, long version) {
        return new Command(new Access(officer, null, null), UUID.randomUUID(), new byte[0], version, NOW, null);
    }

    /** What a delegate commands on behalf of his principal, without limits; presiding over his work or not. */
    @SuppressWarnings("NullAway")
    public static Command actsFor(Officer principal, Officer delegate, boolean presiding, long version) {
        var mandate = new Mandate(
                UUID.randomUUID(),
                principal.id(),
                delegate.id(),
                NOW,
                NOW.plusSeconds(86_400),
                presiding,
                Set.of(),
                Set.of());
        var access = new Access(principal, null, null, delegate, mandate);
        return new Command(access, UUID.randomUUID(), new byte[0], version, NOW, null);
    }
}
