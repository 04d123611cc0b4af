package io.duban.platform.integration;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Resolves names, and gives an address away only when every address of the name may be reached. The connection is made to what was checked here and not to
 * what another look-up would find, so that a name which changes its mind in between (DNS rebinding) wins nothing.
 */
final class CheckedNames extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<InetSocketAddress> names;
    private final ReachableNetworks networks;

    CheckedNames(AddressResolverGroup<InetSocketAddress> names, ReachableNetworks networks) {
        this.names = names;
        this.networks = networks;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Checked(executor, names.getResolver(executor));
    }

    private final class Checked extends AbstractAddressResolver<InetSocketAddress> {

        private final AddressResolver<InetSocketAddress> resolver;

        Checked(EventExecutor executor, AddressResolver<InetSocketAddress> resolver) {
            super(executor, InetSocketAddress.class);
            this.resolver = resolver;
        }

        /** Never: what needs no look-up would not be looked at either. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress address, Promise<InetSocketAddress> promise) {
            doResolveAll(
                    address,
                    executor()
                            .<List<InetSocketAddress>>newPromise()
                            .addListener((Future<List<InetSocketAddress>> all) -> {
                                if (all.isSuccess()) {
                                    promise.trySuccess(all.getNow().get(0));
                                } else {
                                    promise.tryFailure(all.cause());
                                }
                            }));
        }

        @Override
        protected void doResolveAll(InetSocketAddress address, Promise<List<InetSocketAddress>> promise) {
            if (!address.isUnresolved()) {
                settle(List.of(address), promise);
                return;
            }
            resolver.resolveAll(address).addListener((Future<List<InetSocketAddress>> all) -> {
                if (all.isSuccess()) {
                    settle(all.getNow(), promise);
                } else {
                    promise.tryFailure(all.cause());
                }
            });
        }

        private void settle(List<InetSocketAddress> found, Promise<List<InetSocketAddress>> promise) {
            var reachable = !found.isEmpty()
                    && found.stream().allMatch(one -> !one.isUnresolved() && networks.admits(one.getAddress()));
            if (reachable) {
                promise.trySuccess(found);
            } else {
                promise.tryFailure(new AddressRefused());
            }
        }
    }
}
