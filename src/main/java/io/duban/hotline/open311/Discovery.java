package io.duban.hotline.open311;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What this server is and what it offers. */
@Component
class Discovery {

    /** When this door last changed for its clients. */
    private static final String CHANGESET = "2026-11-28T00:00:00+08:00";

    private final Open311Settings settings;
    private final Services services;

    Discovery(Open311Settings settings, Services services) {
        this.settings = settings;
        this.services = services;
    }

    Mono<Answer> discovery() {
        var endpoint = new Answer.Fields()
                .with("specification", "http://wiki.open311.org/GeoReport_v2")
                .with("url", settings.endpoint())
                .with("changeset", CHANGESET)
                .with("type", "production")
                .with(
                        "formats",
                        List.of(
                                Format.XML.type().toString().replaceFirst(";.*", ""),
                                Format.JSON.type().toString().replaceFirst(";.*", "")))
                .done();
        return Mono.just(Answer.of(
                "discovery",
                new Answer.Fields()
                        .with("changeset", CHANGESET)
                        .with("contact", settings.contact())
                        .with("key_service", settings.keyService())
                        .with("endpoints", List.of(endpoint))
                        .done()));
    }

    Mono<Answer> services() {
        return services.all().map(Discovery::fields).collectList().map(all -> Answer.of("services", all));
    }

    Mono<Answer> service(String code) {
        return services.require(code).map(ServiceForm::definition);
    }

    private static Map<String, Object> fields(Service service) {
        return new Answer.Fields()
                .with("service_code", service.code())
                .with("service_name", service.name())
                .with("description", service.description())
                .with("metadata", true)
                .with("type", "realtime")
                .with("keywords", service.keywords())
                .with("group", service.group())
                .done();
    }
}
