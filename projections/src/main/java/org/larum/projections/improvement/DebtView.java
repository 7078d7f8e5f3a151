package org.larum.projections.improvement;

/**
 * Items that are open, of one priority. {@code band}: high for a score of 3 and more, middle for 1 and more, low, or unweighed;
 * {@code fresh}: proposed within 30 days, {@code older}: within 90, {@code old}: before; {@code points}: of effort, of those weighed.
 */
public record DebtView(String band, long fresh, long older, long old, long points) {}
