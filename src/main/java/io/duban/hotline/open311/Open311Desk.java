package io.duban.hotline.open311;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands a request to whoever does it. */
@Component
class Open311Desk {

    private final Discovery discovery;
    private final RequestList requests;
    private final UpdateFeed updates;
    private final Reporting reporting;
    private final UpdateTaking updateTaking;

    Open311Desk(
            Discovery discovery,
            RequestList requests,
            UpdateFeed updates,
            Reporting reporting,
            UpdateTaking updateTaking) {
        this.discovery = discovery;
        this.requests = requests;
        this.updates = updates;
        this.reporting = reporting;
        this.updateTaking = updateTaking;
    }

    Mono<Answer> read(Asked.Resource resource, String id, Parameters said, Visible visible) {
        return switch (resource) {
            case DISCOVERY -> discovery.discovery();
            case SERVICES -> discovery.services();
            case SERVICE -> discovery.service(id);
            case REQUESTS -> requests.list(said, visible);
            case REQUEST -> requests.one(id, visible);
            case TOKEN -> requests.token(id, visible);
            case UPDATES -> updates.list(said, visible);
        };
    }

    Mono<Answer> take(
            Asked.Resource resource,
            Parameters said,
            String jurisdiction,
            Partner partner,
            ServerWebExchange exchange) {
        return resource == Asked.Resource.UPDATES
                ? updateTaking.take(said, partner, exchange)
                : reporting.report(said, jurisdiction, partner, exchange);
    }
}
