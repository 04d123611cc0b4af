package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What a name leads to is asked once, and nothing else is connected to. */
class CheckedNamesTests {

    private final Names names = new Names();
    private final AddressResolver<InetSocketAddress> checked =
            new CheckedNames(names, new ReachableNetworks(List.of())).getResolver(ImmediateEventExecutor.INSTANCE);

    @Test
    void givesTheAddressesThatWereChecked() {
        names.lead("223.5.5.5", "223.6.6.6");
        assertThat(hosts(partner())).containsExactly("223.5.5.5", "223.6.6.6");
        assertThat(names.asked).isEqualTo(1);
    }

    @Test
    void refusesANameOfWhichOneAddressIsNotPublic() {
        names.lead("223.5.5.5", "10.0.0.7");
        assertThat(checked.resolveAll(partner()).cause()).isInstanceOf(AddressRefused.class);
        names.lead("10.0.0.7", "223.5.5.5");
        assertThat(checked.resolve(partner()).cause()).isInstanceOf(AddressRefused.class);
    }

    /** DNS rebinding: public when it is looked at, private when it is called. There is no second look-up to win. */
    @Test
    void refusesANameThatFlips() {
        names.lead("223.5.5.5");
        names.lead("169.254.169.254");
        names.lead("223.5.5.5");
        assertThat(hosts(partner())).containsExactly("223.5.5.5");
        assertThat(checked.resolveAll(partner()).cause()).isInstanceOf(AddressRefused.class);
        assertThat(hosts(partner())).containsExactly("223.5.5.5");
    }

    /** A resolved address would go past a resolver that says so. */
    @Test
    void looksAtWhatNeedsNoLookUpToo() {
        var number = new InetSocketAddress(NetUtil.createInetAddressFromIpAddressString("127.0.0.1"), 443);
        assertThat(checked.isResolved(number)).isFalse();
        assertThat(checked.resolveAll(number).cause()).isInstanceOf(AddressRefused.class);
        assertThat(checked.resolve(number).cause()).isInstanceOf(AddressRefused.class);
    }

    @Test
    void refusesANameThatLeadsNowhere() {
        names.lead();
        assertThat(checked.resolveAll(partner()).cause()).isInstanceOf(AddressRefused.class);
    }

    private List<String> hosts(InetSocketAddress name) {
        return checked.resolveAll(name).getNow().stream()
                .map(address -> address.getAddress().getHostAddress())
                .toList();
    }

    private static InetSocketAddress partner() {
        return InetSocketAddress.createUnresolved("partner.example.cn", 443);
    }

    /** Answers what the test says, one answer for each question. */
    private static final class Names extends AddressResolverGroup<InetSocketAddress> {

        private final Queue<List<InetAddress>> answers = new ArrayDeque<>();
        private int asked;

        void lead(String... addresses) {
            answers.add(Arrays.stream(addresses)
                    .map(NetUtil::createInetAddressFromIpAddressString)
                    .toList());
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) {
                    asked++;
                    promise.setSuccess(answers.remove().get(0));
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                    asked++;
                    promise.setSuccess(answers.remove());
                }
            }.asAddressResolver();
        }
    }
}
