package io.duban.hotline.open311;

import static io.duban.hotline.open311.Asked.Resource.*;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What the addresses of the standard mean. */
class AskedTests {

    @ParameterizedTest
    @CsvSource({
        "/open311/discovery.xml,           DISCOVERY, '',             XML",
        "/open311/v2/discovery.json,       DISCOVERY, '',             JSON",
        "/open311/v2/services.json,        SERVICES,  '',             JSON",
        "/open311/v2/services/LIGHT.xml,   SERVICE,   LIGHT,          XML",
        "/open311/v2/services/ROAD.A.json, SERVICE,   ROAD.A,         JSON",
        "/open311/v2/services/ROAD.A,      SERVICE,   ROAD.A,         XML",
        "/open311/v2/services/%E7%81%AF.xml, SERVICE, 灯,             XML",
        "/open311/v2/requests.XML,         REQUESTS,  '',             XML",
        "/open311/v2/requests/RX1.json,    REQUEST,   RX1,            JSON",
        "/open311/v2/tokens/t.xml,         TOKEN,     t,              XML",
        "/open311/v2/servicerequestupdates.xml, UPDATES, '',          XML"
    })
    void readsTheAddress(String path, Asked.Resource resource, String id, Format format) {
        assertThat(asked(path, null)).isEqualTo(new Asked(resource, id, format));
    }

    @ParameterizedTest
    @CsvSource({
        "/open311",
        "/open311/v2",
        "/open311/services.xml",
        "/open311/v3/services.xml",
        "/open311/v2/services/a/b.xml",
        "/open311/v2/services/.xml",
        "/open311/v2/tokens.xml",
        "/open311/v2/servicerequestupdates/1.xml",
        "/open311/v2/hotline-tickets"
    })
    void whatTheStandardDoesNotKnowIsNothing(String path) {
        assertThat(asked(path, null).resource()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,                    JSON",
        "'application/json, text/xml;q=0.5',  JSON",
        "'text/xml, application/json',        XML",
        "text/html,                           XML",
        "*/*,                                 XML"
    })
    void withoutAnExtensionTheAcceptDecides(String accept, Format format) {
        assertThat(asked("/open311/v2/requests", accept).format()).isEqualTo(format);
    }

    @Property
    void noAddressIsAFault(@ForAll String path, @ForAll String accept) {
        assertThat(asked("/open311/" + path.replace("%", "%25"), accept).format())
                .isNotNull();
    }

    @Example
    void onlyRequestsAndTheirUpdatesAreWritten() {
        for (var resource : Asked.Resource.values()) {
            assertThat(resource.takes(HttpMethod.GET)).isTrue();
            assertThat(resource.takes(HttpMethod.POST)).isEqualTo(resource == REQUESTS || resource == UPDATES);
            assertThat(resource.takes(HttpMethod.DELETE) || resource.takes(HttpMethod.PUT))
                    .isFalse();
        }
    }

    private static Asked asked(String path, @Nullable String accept) {
        return Asked.of(PathContainer.parsePath(path), accept);
    }
}
