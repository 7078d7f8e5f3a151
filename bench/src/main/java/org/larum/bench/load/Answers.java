package org.larum.bench.load;

/** Hears of each answer, on the loader's thread: must be quick. */
public interface Answers {

    void answered(Shot shot, Answer answer);
}
