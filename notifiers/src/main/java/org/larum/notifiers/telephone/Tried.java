package org.larum.notifiers.telephone;

import org.larum.notifiers.channel.SendOutcome;
import org.larum.notifiers.channel.SendOutcome.Accepted;
import org.larum.notifiers.channel.SendOutcome.GiveUp;
import org.larum.notifiers.channel.SendOutcome.TryLater;

/**
 * What became of asking one gateway. {@code mayAskAnother}: it surely did not take the message, and the reason is its own: another may do
 * better.
 */
record Tried(SendOutcome outcome, boolean mayAskAnother) {

    /** An outcome that has nothing to do with whom the message is for. */
    static Tried gateway(SendOutcome outcome) {
        return new Tried(
                outcome,
                switch (outcome) {
                    case Accepted taken -> false;
                    case TryLater later -> !later.unknown();
                    case GiveUp refused -> true;
                });
    }

    /** Nobody else would reach them either, or may try. */
    static Tried recipient(String reason) {
        return new Tried(new GiveUp(reason), false);
    }
}
