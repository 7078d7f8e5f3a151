package org.larum.app.outbound;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The addresses that were checked, and no others: a name is not looked up a second time, when it may lead elsewhere.
 */
final class Way extends AddressResolverGroup<InetSocketAddress> {

    private final List<InetAddress> checked;

    Way(List<InetAddress> checked) {
        this.checked = List.copyOf(checked);
    }

    /**
     * Netty keeps {@code ::ffff:127.0.0.1} as it is written, where the JDK has 127.0.0.1: both are compared unmapped.
     */
    boolean leadsTo(InetAddress address) {
        try {
            return checked.contains(InetAddress.getByAddress(address.getAddress()));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetNameResolver(executor) {
            @Override
            protected void doResolve(String host, Promise<InetAddress> promise) {
                promise.setSuccess(checked.getFirst());
            }

            @Override
            protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
                promise.setSuccess(checked);
            }
        }.asAddressResolver();
    }
}
