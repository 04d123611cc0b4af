package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
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
    ResponseEntity<ProblemDetail> invalidBody(WebExchangeBindException invalid, ServerWebExchange exchange) {
        var errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> error(pointer(error), String.valueOf(error.getDefaultMessage())))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(HandlerMethodValidationException.class)
    ResponseEntity<ProblemDetail> invalidParameter(
            HandlerMethodValidationException invalid, ServerWebExchange exchange) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(message -> error(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(message.getDefaultMessage()))))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    ResponseEntity<ProblemDetail> violated(ConstraintViolationException invalid, ServerWebExchange exchange) {
        var errors = invalid.getConstraintViolations().stream()
                .map(violation -> error(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        return validation(errors, exchange);
    }

    @ExceptionHandler(Throwable.class)
    ResponseEntity<ProblemDetail> anythingElse(Throwable fault, ServerWebExchange exchange) {
        return answer(Faults.toRefusal(fault), exchange);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        return problems.write(Faults.toRefusal(fault), exchange);
    }

    private ResponseEntity<ProblemDetail> answer(Refusal refusal, ServerWebExchange exchange) {
        var problem = problems.toProblem(refusal, exchange);
        return ResponseEntity.status(problem.getStatus())
                .headers(problems.headers(refusal))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ResponseEntity<ProblemDetail> validation(List<Map<String, String>> errors, ServerWebExchange exchange) {
        var answer = answer(
                Refusal.of(
                        RefusalCode.E_GEN_VALIDATION,
                        "有必填项缺失或格式有误,见 errors。",
                        "A field is missing or malformed; see errors."),
                exchange);
        if (answer.getBody() != null) {
            answer.getBody().setProperty("errors", errors);
        }
        return answer;
    }

    private static Map<String, String> error(String pointer, String detail) {
        return Map.of("pointer", pointer, "code", RefusalCode.E_GEN_VALIDATION.name(), "detail", detail);
    }

    private static String pointer(FieldError error) {
        return "/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
    }
}
