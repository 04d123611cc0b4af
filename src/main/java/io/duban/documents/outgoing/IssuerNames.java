package io.duban.documents.outgoing;

import io.duban.platform.problem.Refusal;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code duban.documents.issuers}: the names on this district's papers and seals.
 *
 * @param issuers an issuer that is left out issues nothing here
 */
@ConfigurationProperties("duban.documents")
record IssuerNames(Map<Paper.Issuer, String> issuers) {

    /** The name, or {@code E_GEN_VALIDATION} where the district has no such issuer. */
    String require(Paper.Issuer issuer) {
        var name = issuers.get(issuer);
        if (name == null) {
            throw Refusal.invalid("/issuer", "本地没有此发文机关。", "There is no such issuer here.");
        }
        return name;
    }
}
