package io.duban.platform.identity;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One cell of the permission matrix: how far (A whole office, L own line, U own unit, O handed to me), {@code m} masked, {@code d} never on a phone.
 */
record Cell(char scope, boolean masked, boolean desktopOnly) {

    static Cell parse(String text) {
        if (!text.matches("-|[ALUO]m?d?")) {
            throw new IllegalStateException("permissions.csv: '" + text + "' is no cell");
        }
        return new Cell(text.charAt(0), text.contains("m"), text.contains("d"));
    }

    Reach reach(Officer officer, Post post) {
        if (desktopOnly && !officer.desktop()) {
            return Reach.NONE;
        }
        var zone = zone(officer, post);
        return masked ? new Reach(Zone.NOWHERE, zone) : new Reach(zone, Zone.NOWHERE);
    }

    /** What is handed to a person is also his line's and his unit's, so L and U reach at least as far as O. */
    private Zone zone(Officer officer, Post post) {
        var recused = Recusal.of(officer.self());
        return switch (scope) {
            case 'A' -> new Zone(true, Set.of(), Set.of(), recused);
            case 'L' -> new Zone(false, line(officer, post), officer.hands(), recused);
            case 'U' -> new Zone(false, Set.of(post.unitId()), officer.hands(), recused);
            case 'O' -> new Zone(false, Set.of(), officer.hands(), recused);
            default -> Zone.NOWHERE;
        };
    }

    private static Set<UUID> line(Officer officer, Post post) {
        var line = new HashSet<>(officer.portfolio());
        line.add(post.unitId());
        return line;
    }
}
