package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlatJsonTests {

    @Test
    void readsTextsAndNumbers() {
        var json = new FlatJson(
                "{ \"issuer\" : \"http:\\/\\/localhost:9000\", \"expires_in\":300,\"name\":\"\\u5468\\n\\\"启明\\\"\" }");

        assertThat(json.find("issuer")).contains("http://localhost:9000");
        assertThat(json.find("expires_in")).contains("300");
        assertThat(json.require("name")).isEqualTo("周\n\"启明\"");
    }

    @Test
    void findsNoOtherMember() {
        var json = new FlatJson("{\"access_token\":\"a\",\"none\":null}");

        assertThat(json.find("token")).isEmpty();
        assertThat(json.find("none")).isEmpty();
        assertThatThrownBy(() -> json.require("token")).hasMessageContaining("token");
    }

    @Test
    void readsLongTokens() {
        var token = "x".repeat(200_000);

        assertThat(new FlatJson("{\"access_token\":\"" + token + "\"}").require("access_token"))
                .isEqualTo(token);
    }
}
