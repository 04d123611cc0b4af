package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.platform.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTests {

    private final WebhookAddresses addresses =
            new WebhookAddresses(Set.of(443, 8443), new ReachableNetworks(List.of("10.1.2.0/24")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example.cn/hook",
                "ftp://partner.example.cn/hook",
                "//partner.example.cn/hook",
                "/hook",
                "partner.example.cn",
                "https:///hook",
                "https://user@partner.example.cn/hook",
                "https://user:word@partner.example.cn/hook",
                "https://partner.example.cn/hook#part",
                "https://partner.example.cn:80/hook",
                "https://partner.example.cn:22/hook",
                "https://127.0.0.1/hook",
                "https://127.1/hook",
                "https://2130706433/hook",
                "https://0x7f000001/hook",
                "https://0x7f.0.0.1/hook",
                "https://017700000001/hook",
                "https://127.0.0.1./hook",
                "https://8.8.8.8/hook",
                "https://[::1]/hook",
                "https://[2400:3200::1]/hook",
                "https://[::ffff:10.1.2.3]:9/hook#part",
                "https://合作方.example.cn/hook",
                "https://partner.example.cn/with blank",
                "http://10.1.3.1/hook",
                "ftp://10.1.2.3/hook",
                "javascript:alert(1)"
            })
    void refuses(String url) {
        assertThatThrownBy(() -> addresses.require(url))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("E_GEN_VALIDATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example.cn",
                "https://partner.example.cn/hook?token=x",
                "https://partner.example.cn:8443/hook",
                "HTTPS://partner.example.cn:443/",
                "https://xn--fiq228c.example.cn/",
                "https://1a.example.cn/",
                "http://10.1.2.3:9/hook",
                "https://10.1.2.3:9/hook"
            })
    void takes(String url) {
        assertThatCode(() -> addresses.require(url)).doesNotThrowAnyException();
    }
}
