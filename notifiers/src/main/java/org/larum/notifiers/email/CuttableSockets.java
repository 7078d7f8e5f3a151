package org.larum.notifiers.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * The socket of one conversation, which can be cut from outside: a server that drips one byte a second never times
 * out.
 */
final class CuttableSockets extends SocketFactory implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Socket socket = new Socket();
    private volatile boolean isCut;

    /** Cuts the socket after {@code whole}, unless it is closed before. */
    CuttableSockets(Duration whole) {
        Thread.ofVirtual().name("smtp-cutter").start(() -> cutAfter(whole));
    }

    boolean isCut() {
        return isCut;
    }

    InetAddress localAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void cutAfter(Duration whole) {
        try {
            if (!done.await(whole.toMillis(), TimeUnit.MILLISECONDS)) {
                isCut = true;
                socket.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            isCut = true; // closed is closed
        }
    }

    @Override
    public Socket createSocket() {
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
