package org.larum.app.outbound;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.larum.notifiers.channel.OutboundHttp;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/**
 * Calls other machines for Larum, after looking at every address that a name leads to. Blocking: for virtual threads.
 */
public final class GuardedHttp implements OutboundHttp {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Reach reach;
    private final Names names;

    public GuardedHttp(Reach reach) {
        this(reach, Names.SYSTEM);
    }

    GuardedHttp(Reach reach, Names names) {
        this.reach = reach;
        this.names = names;
    }

    @Override
    public Answer call(Method method, URI url, Map<String, String> headers, byte[] body, Duration timeout)
            throws IOException {
        var way = new Way(checked(host(url)));
        var exchange = new Exchange();
        try {
            client(way, exchange)
                    .headers(all -> headers.forEach(all::set))
                    .request(HttpMethod.valueOf(method.name()))
                    .uri(url)
                    .send(
                            method == Method.GET || method == Method.DELETE
                                    ? Mono.empty()
                                    : Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                    .response(exchange::answered)
                    .then()
                    .timeout(timeout)
                    .block();
        } catch (RuntimeException e) {
            if (!exchange.hasAnswer()) {
                throw failure(exchange, timeout, Exceptions.unwrap(e));
            }
            // the status is known; the rest of a body that hangs or breaks off is not worth a second call
        }
        return exchange.answer();
    }

    /**
     * A new connection each time: one that is kept could have been checked for another reach, or break when used
     * again.
     */
    private static HttpClient client(Way way, Exchange exchange) {
        return HttpClient.newConnection()
                .resolver(way)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .followRedirect(false)
                .disableRetry(true)
                .doOnChannelInit((observer, channel, remote) -> guard(channel, way))
                .doOnRequest((request, connection) -> exchange.started());
    }

    /**
     * The last look before the call leaves: whatever was resolved or parsed on the way, only checked addresses pass.
     */
    private static void guard(Channel channel, Way way) {
        channel.pipeline().addFirst("larum-guard", new ChannelDuplexHandler() {
            @Override
            public void connect(ChannelHandlerContext ctx, SocketAddress to, SocketAddress from, ChannelPromise done)
                    throws Exception {
                if (to instanceof InetSocketAddress address && way.leadsTo(address.getAddress())) {
                    super.connect(ctx, to, from, done);
                } else {
                    done.tryFailure(new Refused("it leads to an address that was not checked"));
                }
            }
        });
    }

    private static String host(URI url) throws Refused {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            throw new Refused("its address has to begin with http:// or https://");
        }
        if (url.getRawUserInfo() != null) {
            throw new Refused("its address holds a user name; leave it out");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            throw new Refused("its address has no host name of letters, digits, dots and hyphens");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw new Refused("its port is not between 1 and 65535");
        }
        return url.getHost();
    }

    private List<InetAddress> checked(String host) throws IOException {
        List<InetAddress> addresses = addresses(host);
        for (InetAddress address : addresses) {
            var refusal = AddressRules.refusal(address, reach);
            if (refusal.isPresent()) {
                throw new Refused(host + " leads to " + address.getHostAddress() + ", " + refusal.get());
            }
        }
        return addresses;
    }

    /** On a thread that can be left behind: the machine's own resolver knows no time limit. */
    private List<InetAddress> addresses(String host) throws NotSent {
        try {
            String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            List<InetAddress> addresses = Mono.fromCallable(() -> names.addresses(name))
                    .subscribeOn(Schedulers.boundedElastic())
                    .timeout(CONNECT)
                    .block();
            if (addresses == null || addresses.isEmpty()) {
                throw new NotSent("the name " + host + " leads nowhere");
            }
            return addresses;
        } catch (RuntimeException e) {
            throw new NotSent(
                    Exceptions.unwrap(e) instanceof UnknownHostException
                            ? "the name " + host + " is not known"
                            : "the name " + host + " could not be looked up in time");
        }
    }

    private static IOException failure(Exchange exchange, Duration timeout, Throwable cause) {
        if (cause instanceof Refused refused) {
            return refused;
        }
        boolean isTimeout = cause instanceof TimeoutException;
        if (!exchange.isStarted()) {
            return new NotSent(
                    cause instanceof ConnectException
                            ? "nothing answers there"
                            : isTimeout ? "no connection in " + timeout.toMillis() + " ms" : String.valueOf(cause));
        }
        return isTimeout
                ? new SocketTimeoutException("no answer in " + timeout.toMillis() + " ms")
                : new IOException("the connection broke", cause);
    }
}
