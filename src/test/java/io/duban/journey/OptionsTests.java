package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {

    @Test
    void takesWhatIsGivenAndTheUsualForTheRest() {
        var options = Options.of("--limit=12", "--requests=a=b.csv");

        assertThat(options.number(Option.LIMIT)).isEqualTo(12);
        assertThat(options.path(Option.REQUESTS)).hasToString("Optional[a=b.csv]");
        assertThat(options.path(Option.PHOTOS)).isEmpty();
        assertThat(options.text(Option.URL)).isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limits=3", "--limit", "limit=3", "--limit=many", "requests.csv"})
    void refusesAnythingElse(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of(word)).withMessageContaining(word);
    }

    @Test
    void explainsEveryOption() {
        assertThat(Option.usage().lines().filter(line -> line.startsWith("  --")))
                .hasSize(Option.values().length);
    }
}
