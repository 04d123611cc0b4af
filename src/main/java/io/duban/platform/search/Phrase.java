package io.duban.platform.search;

import io.duban.platform.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What somebody searches for: words that must all be contained, letter for letter, wherever they stand. There are no operators: a quote, a
 * percent sign or a bracket is a character like any other. Full-width forms, capitals and the kinds of brackets make no difference, as in the
 * SQL function {@code search_fold}.
 *
 * @param words folded, at least one of them of two characters
 */
public record Phrase(List<String> words) {

    // Each character of the first text becomes the one below it; the same as in the migration.
    private static final String FROM = "〔［【（(〕］】）)\t\n\r\u00a0\u3000";
    private static final String TO = "[[[[[]]]]]     ";

    /** @throws Refusal {@code E_GEN_VALIDATION} when no word has two characters: one character is contained in nearly every paper */
    public static Phrase of(String asked) {
        var words = Arrays.stream(fold(asked).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.stream().noneMatch(word -> length(word) > 1)) {
            throw Refusal.invalid("q", "请输入至少两个连续的字。", "Give at least two characters side by side.");
        }
        return new Phrase(words);
    }

    /** Whether this text contains all words. */
    public boolean isContainedIn(String text) {
        var folded = fold(text);
        return words.stream().allMatch(folded::contains);
    }

    /** Fills the markers {@code :pairs} and {@code :words}, and {@code :first}, the word to be shown in its surroundings. */
    public GenericExecuteSpec bindTo(GenericExecuteSpec query) {
        return query.bind("pairs", pairs().toArray(String[]::new))
                .bind("words", words.toArray(String[]::new))
                .bind("first", words.get(0));
    }

    List<String> pairs() {
        return words.stream().flatMap(Phrase::pairsOf).distinct().toList();
    }

    static String fold(String text) {
        return text.codePoints()
                .map(Phrase::fold)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int fold(int character) {
        var place = FROM.indexOf(character);
        if (place >= 0) {
            return TO.charAt(place);
        }
        var narrow = isWide(character) ? character - '０' + '0' : character;
        return narrow >= 'A' && narrow <= 'Z' ? narrow - 'A' + 'a' : narrow;
    }

    private static boolean isWide(int character) {
        return character >= '０' && character <= '９'
                || character >= 'Ａ' && character <= 'Ｚ'
                || character >= 'ａ' && character <= 'ｚ';
    }

    private static Stream<String> pairsOf(String word) {
        var characters = word.codePoints().toArray();
        return IntStream.range(1, characters.length).mapToObj(second -> new String(characters, second - 1, 2));
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
    }
}
