package io.duban.bench;

import java.util.Arrays;
import java.util.Set;

/** {@code --name=value} of a command line. */
record Arguments(String[] given) {

    String text(String name, String otherwise) {
        var start = "--" + name + "=";
        return Arrays.stream(given)
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }

    /** What is between the separators; nothing when it is not given. */
    Set<String> words(String name, String separator) {
        var text = text(name, "");
        return text.isEmpty() ? Set.of() : Set.of(text.split(separator));
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }
}
