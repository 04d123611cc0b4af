package io.duban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ContractIndexTests {

    private final ContractIndex contract = new ContractIndex();

    @Test
    void findsEveryOperationBehindItsOwnDoor() {
        assertThat(contract.operations()).hasSizeGreaterThan(100).allSatisfy(operation -> {
            var path = operation
                    .path()
                    .getPatternString()
                    .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
            assertThat(found(operation.method(), path)).isEqualTo(operation.id());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/hotline-tickets, listHotlineTickets",
        "GET, /v1/hotline-tickets/01900000-0000-7000-8000-000000000001, getHotlineTicket",
        "HEAD, /v1/hotline-tickets/01900000-0000-7000-8000-000000000001, getHotlineTicket",
        "GET, /v1/hotline%2Dtickets, listHotlineTickets"
    })
    void findsAnOperation(String method, String path, String id) {
        assertThat(found(HttpMethod.valueOf(method), path)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/hotline-tickets/a/b/c/d",
                "/v2/hotline-tickets",
                "/hotline-tickets",
                "/v1/nowhere"
            })
    void findsNothingElsewhere(String path) {
        assertThat(contract.find(MockServerHttpRequest.get(path).build())).isEmpty();
    }

    private String found(HttpMethod method, String path) {
        return contract.find(MockServerHttpRequest.method(method, java.net.URI.create(path))
                        .build())
                .map(Operation::id)
                .orElse("");
    }
}
