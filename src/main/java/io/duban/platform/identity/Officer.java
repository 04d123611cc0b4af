package io.duban.platform.identity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the product's own tables say now; a partner's system is an officer too, with the role INTEGRATION_CLIENT.
 *
 * @param portfolio units a leader is in charge of (分管)
 * @param clientId the app or system the token was issued to
 * @param desktop whether that client is a desktop; some rows of the matrix never open on a phone
 * @param scopes what the token allows; {@code office} stands for every row the posts give
 * @param sourceSystem a partner's name for itself, null for people
 * @param within the units somebody acts for him in; empty for no such limit
 */
public record Officer(
        UUID id,
        String name,
        UUID unitId,
        Set<Post> posts,
        Set<UUID> portfolio,
        String clientId,
        boolean desktop,
        Set<String> scopes,
        @Nullable String sourceSystem,
        Set<UUID> within) {

    public Officer(
            UUID id,
            String name,
            UUID unitId,
            Set<Post> posts,
            Set<UUID> portfolio,
            String clientId,
            boolean desktop,
            Set<String> scopes,
            @Nullable String sourceSystem) {
        this(id, name, unitId, posts, portfolio, clientId, desktop, scopes, sourceSystem, Set.of());
    }

    /** As somebody may act for him: with his posts, in these units only; in all of his when there are none. */
    Officer within(Set<UUID> units) {
        if (units.isEmpty()) {
            return this;
        }
        var part = new HashSet<>(portfolio);
        part.retainAll(units);
        return new Officer(
                id, name, unitId, posts, Set.copyOf(part), clientId, desktop, scopes, sourceSystem, Set.copyOf(units));
    }

    public boolean has(Role... anyOf) {
        return posts.stream().anyMatch(post -> Arrays.asList(anyOf).contains(post.role()));
    }

    /** Whether he holds one of the roles at this very unit. */
    public boolean hasAt(UUID unitId, Role... anyOf) {
        return posts.stream()
                .anyMatch(post ->
                        post.unitId().equals(unitId) && Arrays.asList(anyOf).contains(post.role()));
    }

    /** Himself, and every unit he belongs to or holds a post at: whatever is said of one of them is said of him too. */
    Set<UUID> self() {
        var self = posts.stream().map(Post::unitId).collect(Collectors.toSet());
        self.add(unitId);
        self.add(id);
        return self;
    }

    /** The ids things are handed to when they are handed to him: his own, and his unit's where he speaks for it. */
    public Set<UUID> hands() {
        var hands = posts.stream()
                .filter(post -> post.role().speaksForUnit())
                .map(Post::unitId)
                .collect(Collectors.toSet());
        hands.add(id);
        return hands;
    }
}
