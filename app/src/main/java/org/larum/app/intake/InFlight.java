package org.larum.app.intake;

/** How many requests of machines are on their way through the server, and how large they are. Thread-safe. */
public final class InFlight {

    private final int most;
    private final long mostBytes;
    private int requests;
    private long bytes;

    public InFlight(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** False when it would be too much; then nothing is counted. */
    synchronized boolean enter(long size) {
        if (requests == most || bytes + size > mostBytes) {
            return false;
        }
        requests++;
        bytes += size;
        return true;
    }

    synchronized void leave(long size) {
        requests--;
        bytes -= size;
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized long bytes() {
        return bytes;
    }
}
