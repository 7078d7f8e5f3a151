package org.larum.domain.trend;

/** What was found, or that there is too little to find anything in. */
public sealed interface Finding<T> {

    record Known<T>(T value) implements Finding<T> {}

    /** So many are there, so many are needed; {@code of} says of what, such as "values". */
    record TooLittle<T>(long have, long need, String of) implements Finding<T> {}
}
