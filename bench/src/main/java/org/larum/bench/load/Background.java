package org.larum.bench.load;

/** A load that goes on beside what is measured, on a thread of its own. */
public final class Background {

    private final Tally tally = new Tally();
    private final Loader loader;
    private final Thread thread;

    public Background(int port, int connections, Load load) {
        loader = new Loader(port, connections, tally);
        thread = Thread.ofPlatform().name("background").start(() -> loader.run(load));
    }

    /** Lets it end by itself. */
    public Tally await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tally;
    }

    public Tally stop() {
        loader.stop();
        return await();
    }
}
