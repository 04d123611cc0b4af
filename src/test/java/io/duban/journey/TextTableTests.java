package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTests {

    @Test
    void alignsChineseAndNumbers() {
        var table = new TextTable("kind", "sent");
        table.add("受理 accept", 1530);
        table.add("a|b", 7);

        assertThat(table).hasToString("""
                | kind        | sent |
                |-------------|-----:|
                | 受理 accept | 1530 |
                | a\\|b        |    7 |""");
    }

    @Test
    void knowsHowWideCharactersAre() {
        assertThat(TextTable.width("ab·")).isEqualTo(3);
        assertThat(TextTable.width("受理,。《")).isEqualTo(9);
    }
}
