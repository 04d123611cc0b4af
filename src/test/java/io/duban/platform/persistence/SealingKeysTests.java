package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reporter is read with the right key, for the right ticket, as he was written, or not at all. */
class SealingKeysTests {

    private static final byte[] WHO = "李四 13900005678".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TICKET = {1, 2, 3};

    private final String key = SealingKeys.fresh();
    private final SealingKeys keys = new SealingKeys("duban.reporters", "1", key, Map.of());

    @Test
    void opensWhatItSealed() {
        var sealed = keys.seal(WHO, TICKET);
        assertThat(new String(sealed.text(), StandardCharsets.ISO_8859_1)).doesNotContain("13900005678");
        assertThat(keys.open(sealed, TICKET)).isEqualTo(WHO);
    }

    @Test
    void sealsTheSameTextAnotherWayEachTime() {
        assertThat(keys.seal(WHO, TICKET).text())
                .isNotEqualTo(keys.seal(WHO, TICKET).text());
    }

    @Test
    void doesNotOpenUnderAnotherTicketNorWhenTamperedWith() {
        var sealed = keys.seal(WHO, TICKET);
        assertThatThrownBy(() -> keys.open(sealed, new byte[] {3, 2, 1})).isInstanceOf(IllegalStateException.class);
        sealed.text()[0] ^= 1;
        assertThatThrownBy(() -> keys.open(sealed, TICKET)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTextInOneColumnOpensForItsRowOnly() {
        var row = UUID.randomUUID();
        var sealed = keys.sealText("whsec_x", row);
        assertThat(sealed).startsWith("1:").doesNotContain("whsec_x");
        assertThat(keys.openText(sealed, row)).isEqualTo("whsec_x");
        assertThatThrownBy(() -> keys.openText(sealed, UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeyOpensWhatAnEarlierOneSealed() {
        var before = keys.seal(WHO, TICKET);
        var rotated = new SealingKeys("duban.reporters", "2", SealingKeys.fresh(), Map.of("1", key));
        assertThat(rotated.open(before, TICKET)).isEqualTo(WHO);
        assertThat(rotated.seal(WHO, TICKET).keyId()).isEqualTo("2");
        var forgetful = new SealingKeys("duban.reporters", "2", SealingKeys.fresh(), Map.of());
        assertThatThrownBy(() -> forgetful.open(before, TICKET)).hasMessageContaining("lacks the key 1");
    }

    @Test
    void aKeyOfAnotherLengthStopsTheStartAndIsNotTold() {
        for (var wrong : new String[] {"c2hvcnQ=", "no base64 at all!"}) {
            assertThatThrownBy(() -> new SealingKeys("duban.reporters", "1", wrong, Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining(wrong);
        }
    }
}
