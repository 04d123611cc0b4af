package io.duban.hotline.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What clients say is read as they meant it, or refused; nothing else happens. */
class ParametersTests {

    @Property
    void anyTextComesThroughAForm(@ForAll("texts") String name, @ForAll("texts") String value) {
        var said = Parameters.of(null, encoded(name) + "=" + encoded(value));
        assertThat(said.text(name)).hasValue(value);
    }

    @Property
    void anyAttributeIsFoundByItsCode(@ForAll("codes") String code, @ForAll("texts") String value) {
        var form = encoded("attribute[" + code + "]") + "=" + encoded(value) + "&"
                + encoded("attribute[" + code + "][]") + "=second";
        assertThat(Parameters.of(null, form).attributes()).isEqualTo(Map.of(code, List.of(value, "second")));
    }

    @Property
    void whateverIsSentIsReadOrRefused(@ForAll String form, @ForAll String query) {
        try {
            var said = Parameters.of(query, form);
            said.attributes();
            said.listed("status");
        } catch (Refusal refusal) {
            assertThat(refusal.code().kind().name()).isEqualTo("MALFORMED");
        }
    }

    @Property
    void whateverBytesAreEscapedAreReadOrRefused(@ForAll byte[] bytes) {
        var escaped = new StringBuilder("description=");
        for (var one : bytes) {
            escaped.append("%%%02x".formatted(one));
        }
        try {
            Parameters.of(null, escaped.toString()).text("description");
        } catch (Refusal refusal) {
            assertThat(refusal.code().kind().name()).isEqualTo("MALFORMED");
        }
    }

    @Example
    void theFormCountsBeforeTheQuery() {
        assertThat(Parameters.of("status=closed&page=2", "status=open").text("status"))
                .hasValue("open");
        assertThat(Parameters.of("status=closed&page=2", "status=open").text("page"))
                .hasValue("2");
    }

    @Example
    void anEmptyValueSaysNothing() {
        assertThat(Parameters.of("jurisdiction_id=&api_key=+", "").text("jurisdiction_id"))
                .isEmpty();
        assertThat(Parameters.of("jurisdiction_id=&api_key=+", "").text("api_key"))
                .isEmpty();
    }

    @Example
    void aListIsWrittenWithCommasOrBySayingTheNameAgain() {
        assertThat(Parameters.of("id=1,2,,2&id=3", "").listed("id")).containsExactly("1", "2", "3");
    }

    @Example
    void brokenEscapesAndOtherEncodingsAreRefused() {
        for (var form : List.of("a=%", "a=%4", "a=%zz", "a=%ff%fe", "a=%ce%d2%b5%c4", "a=%00", "a=%1b")) {
            assertThatThrownBy(() -> Parameters.of(null, form)).as(form).isInstanceOf(Refusal.class);
        }
    }

    @Example
    void moreThanTwoHundredParametersAreRefused() {
        assertThat(Parameters.of("a=1&".repeat(199) + "a=1", "").all("a")).hasSize(200);
        assertThatThrownBy(() -> Parameters.of("a=1&".repeat(200) + "a=1", "")).isInstanceOf(Refusal.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abc 路灯不亮😀&=+%[],;/?\"'<>")
                .ofMinLength(1)
                .ofMaxLength(20)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && isWhole(text));
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars("ABC_abc.-路灯").ofMinLength(1).ofMaxLength(20);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
