package org.larum.bench;

/** One thing to measure. */
public interface Driver {

    /** One line for the list. */
    String about();

    void run(Run run) throws Exception;
}
