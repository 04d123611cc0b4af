package io.duban.platform.web;

import static io.duban.platform.problem.RefusalCode.*;

import io.duban.platform.problem.Refusal;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;

/** What went wrong outside of the business rules, told as a refusal: never a stack, an SQL text or a class name. */
final class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private static final List<Class<? extends Throwable>> PASSING = List.of(
            TimeoutException.class,
            R2dbcTransientException.class,
            R2dbcTimeoutException.class,
            R2dbcNonTransientResourceException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class);

    private Faults() {}

    static Refusal toRefusal(Throwable fault) {
        if (fault instanceof Refusal refusal) {
            return refusal;
        }
        if (causedBy(fault, DataBufferLimitException.class) || causedBy(fault, TooLongHttpContentException.class)) {
            return Refusal.of(E_WEB_TOO_LARGE, "请求内容过大。", "The request body is too large.");
        }
        if (causedBy(fault, AbortedException.class) || fault instanceof CancellationException) {
            return Refusal.of(E_WEB_BODY_CUT, "请求中途断开,没有执行。", "The request was cut off; nothing was done.");
        }
        if (fault instanceof MissingRequestValueException missing) {
            return missing(missing);
        }
        if (fault instanceof ResponseStatusException status) {
            return ofStatus(status);
        }
        if (isPassing(fault)) {
            log.warn("Answered 503: {}", fault.toString());
            return Refusal.of(E_WEB_UNAVAILABLE, "系统暂时繁忙,请稍后重试。", "Temporarily unavailable; try again shortly.");
        }
        log.error("Answered 500", fault);
        return Refusal.of(E_WEB_INTERNAL, "系统出现错误,已记录。", "An internal error; it has been recorded.");
    }

    private static Refusal missing(MissingRequestValueException missing) {
        return switch (missing.getName()) {
            case HttpHeaders.IF_MATCH ->
                Refusal.of(
                        E_WEB_PRECONDITION_REQUIRED,
                        "请在 If-Match 中带上您看到的版本(ETag)。",
                        "Send the ETag you saw in If-Match.");
            case "Idempotency-Key" ->
                Refusal.of(E_WEB_KEY_REQUIRED, "请在 Idempotency-Key 中带上一个 UUID。", "Send a UUID in Idempotency-Key.");
            default ->
                Refusal.invalid(
                        missing.getName(),
                        "缺少参数 " + missing.getName() + "。",
                        "Parameter " + missing.getName() + " is missing.");
        };
    }

    private static Refusal ofStatus(ResponseStatusException fault) {
        if (fault instanceof MethodNotAllowedException) {
            return Refusal.of(E_WEB_METHOD_NOT_ALLOWED, "该地址不支持此方法。", "This address does not take this method.");
        }
        if (fault instanceof NotAcceptableStatusException) {
            return Refusal.of(E_WEB_NOT_ACCEPTABLE, "无法提供所要求的格式。", "None of the accepted formats is available.");
        }
        if (fault instanceof UnsupportedMediaTypeStatusException) {
            return Refusal.of(E_WEB_UNSUPPORTED_MEDIA_TYPE, "不支持此内容类型。", "This content type is not supported.");
        }
        HttpStatusCode status = fault.getStatusCode();
        return switch (status.value()) {
            case 400 -> unreadable(fault);
            case 404 -> Refusal.notFound();
            case 413 -> Refusal.of(E_WEB_TOO_LARGE, "请求内容过大。", "The request body is too large.");
            default -> {
                log.error("Answered 500 for status {}", status, fault);
                yield Refusal.of(E_WEB_INTERNAL, "系统出现错误,已记录。", "An internal error; it has been recorded.");
            }
        };
    }

    /** The client has closed the connection it was being answered on: nobody is left to be told, and nothing is wrong here. */
    static boolean isHangUp(Throwable fault) {
        return AbortedException.isConnectionReset(fault);
    }

    /** A body that is no JSON, has an unknown member or a wrong type; Jackson knows where. */
    private static Refusal unreadable(ResponseStatusException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Refusal.invalid(
                        pointer(json),
                        "请求内容无法识别:格式、类型或字段名有误。",
                        "The body is not readable here: form, type or member name.");
            }
        }
        return Refusal.of(E_GEN_VALIDATION, "请求格式有误。", "The request is malformed.");
    }

    private static String pointer(JacksonException json) {
        var path = new StringBuilder();
        for (var step : json.getPath()) {
            path.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return path.toString();
    }

    /** Faults that go away by themselves: no connection, no answer in time. A wrong statement is not one of them. */
    private static boolean isPassing(Throwable fault) {
        return PASSING.stream().anyMatch(type -> causedBy(fault, type));
    }

    private static boolean causedBy(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
