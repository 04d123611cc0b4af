package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Every failure as problem details: from controllers by advice, from routing and filters as the last error handler. */
@RestControllerAdvice
@Order(-2)
class ProblemAdvice implements ErrorWebExceptionHandler {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(WebExchangeBindException.class)
    Mono<Void> invalidBody(WebExchangeBindException invalid, ServerWebExchange exchange) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> error(pointer(error), String.valueOf(error.getDefaultMessage())))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(HandlerMethodValidationException.class)
    Mono<Void> invalidParameter(HandlerMethodValidationException invalid, ServerWebExchange exchange) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(message -> error(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(message.getDefaultMessage()))))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    Mono<Void> violated(ConstraintViolationException invalid, ServerWebExchange exchange) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> error(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(Throwable.class)
    Mono<Void> anythingElse(Throwable fault, ServerWebExchange exchange) {
        return handle(exchange, fault);
    }

    /** What the fault says beside its status goes with it: Allow with a 405, Accept with a 415 (RFC 9110). */
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        var answered = exchange.getResponse().isCommitted();
        if (answered && Faults.isHangUp(fault)) {
            return Mono.error(fault); // which the framework passes over
        }
        if (fault instanceof ErrorResponse known && !answered) {
            known.getHeaders()
                    .forEach((name, values) ->
                            exchange.getResponse().getHeaders().put(name, values));
        }
        return problems.write(Faults.toRefusal(fault), exchange);
    }

    private Mono<Void> validation(List<Map<String, String>> errors, ServerWebExchange exchange) {
        var refusal = Refusal.of(
                RefusalCode.E_GEN_VALIDATION, "有必填项缺失或格式有误,见 errors。", "A field is missing or malformed; see errors.");
        return problems.write(refusal, errors, exchange);
    }

    private static Map<String, String> error(String pointer, String detail) {
        return Map.of("pointer", pointer, "code", RefusalCode.E_GEN_VALIDATION.name(), "detail", detail);
    }

    private static String pointer(FieldError error) {
        return "/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
    }
}
