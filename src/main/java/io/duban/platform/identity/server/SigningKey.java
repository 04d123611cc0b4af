package io.duban.platform.identity.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.duban.platform.persistence.KeyFile;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs tokens, kept in a file so that a restart logs nobody out. */
final class SigningKey {

    private static final String FILE = "authorization.jwk";

    private SigningKey() {}

    static ECKey under(Path home) {
        try {
            return ECKey.parse(KeyFile.kept(home, FILE, () -> generate().toJSONString()));
        } catch (ParseException notAKey) {
            throw new IllegalStateException(
                    "%s under %s is no JSON Web Key; remove it to get a new one".formatted(FILE, home), notAKey);
        }
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException noCurve) {
            throw new IllegalStateException("this JVM has no P-256", noCurve);
        }
    }
}
