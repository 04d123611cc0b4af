package io.duban.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Holds answers of the running product against the published contract. */
final class Contract {

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createForSpecificationUrl(
                    "openapi.yaml")
            .withBasePathOverride("/v1")
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .build())
            .build();

    private Contract() {}

    /** Fails when an operation of the contract answered what the contract does not know. */
    static void check(HttpRequest request, HttpResponse<byte[]> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            return;
        }
        var response = SimpleResponse.Builder.status(answer.statusCode())
                .withBody(new String(answer.body(), StandardCharsets.UTF_8));
        answer.headers().map().forEach(response::withHeader);
        var report = VALIDATOR.validateResponse(
                request.uri().getPath(), Request.Method.valueOf(request.method()), response.build());
        var errors = report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !message.getKey().startsWith("validation.request"))
                .toList();
        if (!errors.isEmpty()) {
            throw new AssertionError(request.method() + " " + request.uri() + " broke the contract: " + errors);
        }
    }
}
