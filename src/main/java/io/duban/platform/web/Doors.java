package io.duban.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Sorts what is reached by a method and a path pattern by what a path shows at a glance: its first two words, its last, and how many words it has. Of
 * hundreds of patterns it leaves one or two to be compared, where comparing them all costs more than the rest of a small request.
 *
 * @param <T> what stands behind the doors
 */
final class Doors<T> {

    /** Stands for a last word that is a variable. */
    private static final String ANY = "*";

    private final Map<Door, List<T>> behind = new HashMap<>();

    /** {@code words} counts the separators too: it is the length of the parsed path. */
    private record Door(HttpMethod method, int words, String second, String last) {}

    /** @param pattern of single words, of which the first two are no variables */
    void add(HttpMethod method, PathPattern pattern, T what) {
        var words = PathContainer.parsePath(pattern.getPatternString());
        var last = word(words, words.elements().size() - 1);
        var door = new Door(method, words.elements().size(), word(words, 3), last.contains("{") ? ANY : last);
        behind.computeIfAbsent(door, first -> new ArrayList<>()).add(what);
    }

    /** Whatever may be meant; the patterns themselves are still to be asked. */
    List<T> behind(HttpMethod method, PathContainer path) {
        var words = path.elements().size();
        var second = word(path, 3);
        var named = behind.getOrDefault(new Door(method, words, second, word(path, words - 1)), List.of());
        var any = behind.getOrDefault(new Door(method, words, second, ANY), List.of());
        if (named.isEmpty() || any.isEmpty()) {
            return named.isEmpty() ? any : named;
        }
        var both = new ArrayList<>(named);
        both.addAll(any);
        return both;
    }

    private static String word(PathContainer path, int index) {
        var elements = path.elements();
        return index >= 0 && index < elements.size() && elements.get(index) instanceof PathContainer.PathSegment segment
                ? segment.valueToMatch()
                : "";
    }
}
