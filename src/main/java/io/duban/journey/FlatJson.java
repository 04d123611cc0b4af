package io.duban.journey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single texts and numbers of a JSON object that nests nothing of the same names, such as what a token endpoint answers. */
record FlatJson(String text) {

    // Possessive, because a backtracking match of a long token would exhaust the stack.
    private static final String VALUE = "\\s*:\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|(-?[0-9]++))";
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    /** The member as text; empty when it is missing or neither text nor a whole number. */
    Optional<String> find(String name) {
        Matcher member =
                Pattern.compile("\"" + Pattern.quote(name) + "\"" + VALUE).matcher(text);
        return member.find()
                ? Optional.of(member.group(2) != null ? member.group(2) : unescaped(member.group(1)))
                : Optional.empty();
    }

    String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no " + name + " in " + text));
    }

    private static String unescaped(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(escape -> Matcher.quoteReplacement(meaning(escape.group(1), escape.group(2))));
    }

    private static String meaning(String hex, String letter) {
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> letter;
        };
    }
}
