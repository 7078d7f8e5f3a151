package org.larum.notifiers.channel;

/**
 * Asks a provider whether it would take a message, without giving it one: nobody is told anything. Blocking, with its own time-outs; it
 * never throws for what a provider does.
 *
 * @param <A> what must be known of the provider
 */
public interface Probe<A> {

    /** {@link SendOutcome.Accepted} when it answers and knows the house; otherwise why not, in words for an administrator. */
    SendOutcome probe(A account);
}
