package io.duban.platform.todos;

import io.duban.platform.identity.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Whose desk a to-do lies on: named persons, and whoever holds one of the roles when the to-do is opened.
 *
 * @param units where the roles are held; empty for anywhere
 */
public record Assignee(Set<UUID> persons, Set<Role> roles, Set<UUID> units) {

    public static Assignee person(UUID id) {
        return persons(Set.of(id));
    }

    public static Assignee persons(Set<UUID> ids) {
        return new Assignee(ids, Set.of(), Set.of());
    }

    public static Assignee holders(Role... roles) {
        return new Assignee(Set.of(), Set.of(roles), Set.of());
    }

    public static Assignee holdersAt(Set<UUID> units, Role... roles) {
        return new Assignee(Set.of(), Set.of(roles), units);
    }
}
