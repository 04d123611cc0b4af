package io.duban.hotline.tickets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Recognises a caller without keeping his number in an index: an HMAC-SHA-256 of the telephone number under a key of this installation. Without the
 * key nobody finds the number of a caller, or the calls of a number. Another key knows nobody of before.
 */
@Component
class CallerKeys {

    private static final int SHORTEST_KEY = 32;
    private static final Pattern COUNTRY = Pattern.compile("^(?:0086|86)(?=1\\d{10}$)");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final int SHORTEST_NUMBER = 7;

    private final SecretKeySpec key;

    CallerKeys(@Value("${duban.hotline.caller-key}") String secret) {
        if (secret.length() < SHORTEST_KEY) {
            throw new IllegalStateException("duban.hotline.caller-key has less than 32 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The key of whoever calls about this; null for an anonymous caller, and for a reporter of a wrongdoing, whose calls nobody links. */
    byte @Nullable [] of(Citizen citizen, Demand demand) {
        if (citizen.phone() == null || demand.demandType() == Demand.DemandType.REPORT_WRONGDOING) {
            return null;
        }
        var number = COUNTRY.matcher(NO_DIGIT.matcher(citizen.phone()).replaceAll(""))
                .replaceFirst("");
        return number.length() < SHORTEST_NUMBER ? null : mac(number);
    }

    private byte[] mac(String number) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
