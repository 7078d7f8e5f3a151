package org.larum.app.suppression;

import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Severity;

/** Tells the administrators of a rule that cannot be asked: it holds nothing back, and nobody would notice. */
final class RuleFaults {

    private final RuleFaultTable table;
    private final OwnFaults faults;

    public RuleFaults(RuleFaultTable table, OwnFaults faults) {
        this.table = table;
        this.faults = faults;
    }

    void tell() {
        for (var fault : table.untold()) {
            var key = "rule/" + fault.rule();
            if (fault.isMended()) {
                faults.clear(key);
            } else {
                faults.raise(
                        key,
                        Severity.HIGH,
                        "The rule \"" + fault.word() + "\" (version " + fault.version() + ") could not be asked: "
                                + fault.why() + ". It holds nothing back until it is changed.");
            }
            table.told(fault);
        }
    }
}
