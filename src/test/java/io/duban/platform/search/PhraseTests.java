package io.duban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked for, and that the database folds and cuts as Java does. */
class PhraseTests {

    private static final String ALPHABET = "办公室供暖〔］（）[]().%_'\"\\&|!<->:*ＡＺａｚAZaz０９09　 \t\n\r\u00a0éß😀𠮷،";

    @Test
    void splitsAtSpacesAndKnowsNoOperators() {
        assertThat(Phrase.of("供暖 保障").words()).containsExactly("供暖", "保障");
        assertThat(Phrase.of("　供暖　").words()).containsExactly("供暖");
        assertThat(Phrase.of("a&!b:*").words()).containsExactly("a&!b:*");
        assertThat(Phrase.of("ＣＯ２〔2026〕").words()).containsExactly("co2[2026]");
        assertThat(Phrase.of("𠮷野").pairs()).containsExactly("𠮷野");
    }

    @Test
    void refusesWhatNearlyEveryPaperContains() {
        assertThatThrownBy(() -> Phrase.of("供 暖")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Phrase.of("𠮷　")).isInstanceOf(Refusal.class);
    }

    @Test
    void foldsAndCutsAsTheDatabaseDoes() throws SQLException {
        var random = new Random(7);
        var alphabet = ALPHABET.codePoints().toArray();
        try (var connection = TestDatabase.create().connect();
                var asked = connection.prepareStatement(
                        "select search_fold(?), search_pairs(search_fold(?)) @> ?, length(search_fold(?)) = length(?)")) {
            for (int i = 0; i < 500; i++) {
                var text = IntStream.range(0, random.nextInt(2, 40))
                        .mapToObj(n -> Character.toString(alphabet[random.nextInt(alphabet.length)]))
                        .collect(Collectors.joining());
                asked.setString(1, text);
                asked.setString(2, text);
                asked.setArray(3, connection.createArrayOf("text", pairsOf(text)));
                asked.setString(4, text);
                asked.setString(5, text);
                try (var found = asked.executeQuery()) {
                    found.next();
                    assertThat(found.getString(1)).isEqualTo(Phrase.fold(text));
                    assertThat(found.getBoolean(2)).as(text).isTrue();
                    assertThat(found.getBoolean(3)).as(text).isTrue();
                }
            }
        }
    }

    private static Object[] pairsOf(String text) {
        try {
            return Phrase.of(text).pairs().toArray();
        } catch (Refusal tooShort) {
            return new Object[0];
        }
    }
}
