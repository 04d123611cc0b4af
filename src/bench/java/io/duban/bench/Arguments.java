package io.duban.bench;

import java.util.Arrays;

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

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }
}
