package org.larum.notifiers.delivery;

/** A random share from 0 to 1, so that many retries do not come at once. */
public interface Jitter {

    double next();
}
